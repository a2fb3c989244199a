"""From the text of a fence to what is shown: our own picture data, or a text for an engine."""

from __future__ import annotations

import re
import shlex
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sphinx_archdoc.diagrams.engines.base import EngineError, MissingEngineError
from sphinx_archdoc.diagrams.engines.foreign import Engines, Foreign
from sphinx_archdoc.diagrams.engines.plantuml_files import Files, Refused
from sphinx_archdoc.diagrams.engines.plantuml_text import Prepared, prepare
from sphinx_archdoc.formats import freeform
from sphinx_archdoc.formats.c4_macros import looks_like_macros, read_macros
from sphinx_archdoc.formats.collecting import readable
from sphinx_archdoc.formats.languages import LANGUAGES
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Problem
from sphinx_archdoc.sphinxext.config import ArchdocConfig
from sphinx_archdoc.sphinxext.domain import domain_of
from sphinx_archdoc.sphinxext.labels import translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    from sphinx_archdoc.model.declared import DeclaredRelation
    from sphinx_archdoc.sphinxext.fence_nodes import Fence

#: What a C4 picture is of: Mermaid's first word, or the part of the library that PlantUML includes.
_LEVEL = re.compile(r"C4_?(Context|Container|Component)\b")
_DYNAMIC = re.compile(r"\bC4_?Dynamic\b")
_INDEX = re.compile(r"\s*RelIndex\w*\(\s*\"?(\d[\w.-]*)\"?\s*,")


class Shown(NamedTuple):
    """What is shown for a fence: picture data, a ``Foreign``, or nothing, and what is wrong.

    ``missing`` says what would draw it; empty when it is the text that is wrong. ``faulty``: that
    is certain, and whoever else draws the text would hide it.
    """

    data: Any
    problems: tuple[Problem, ...] = ()
    missing: str = ""
    faulty: bool = False


def engines(env: BuildEnvironment) -> Engines:
    """Return the engines of a project."""
    from sphinx_archdoc.sphinxext.pictures import cache_folder

    return Engines(plantuml_command(env.config, Path(env.srcdir)), cache_folder(env))


def plantuml_command(config: Config, folder: Path) -> tuple[str, ...]:
    """Return the configured PlantUML: ours, or that of sphinxcontrib-plantuml if one is set.

    A jar may be relative to ``folder``.
    """
    given: Any = ArchdocConfig.of(config).plantuml
    if not given:
        # Only what somebody chose: the default would take any `plantuml` on the path.
        chosen = config._raw_config | config.overrides  # noqa: SLF001 -- see config.check
        given = chosen.get("plantuml", "")
    if isinstance(given, str):
        parts = [given] if given.endswith(".jar") and " " not in given else shlex.split(given)
    else:
        parts = [str(part) for part in given]
    return tuple(_in_project(folder, part) for part in parts)


def _in_project(folder: Path, part: str) -> str:
    path = folder / part
    return str(path) if part.endswith(".jar") and path.is_file() else part


def engines_found(config: Config, folder: Path) -> str:
    """Return the names of the engines there are."""
    door = Engines(plantuml_command(config, folder), folder)
    found = []
    for language in LANGUAGES:
        try:
            found.append(door.name(language))
        except EngineError:
            continue
    return ", ".join(found)


def show(env: BuildEnvironment, docname: str, fence: Fence, *, may_read: bool) -> Shown:
    """Return what is shown for a fence.

    Our own picture where the whole text was understood, or where there is nothing better.
    """
    prepared: Prepared | None = None
    text = fence.code
    if fence.language == "plantuml":
        try:
            prepared = prepare(text, _files(env, docname, may_read=may_read))
        except Refused as refused:
            return Shown(None, (Problem(refused.code, refused.message),), faulty=True)
        for path in prepared.files:
            env.note_dependency(str(path))
        text = prepared.text
    refused_here = prepared.problems if prepared else ()
    if not _says_something(fence.language, text):
        empty = Problem(Code.EMPTY, "there is no text to draw")
        return Shown(None, (*refused_here, empty), faulty=True)
    found = freeform.read(fence.language, text, _C4)
    own = tuple(replace(p, line=prepared.line(p.line)) if prepared else p for p in found.problems)
    missing = _missing(env, fence.language)
    if own and fence.language == "mermaid" and freeform.first_word(text).startswith("C4"):
        # The engine passes over what is wrong in C4 macros and draws a picture without it.
        drawable = all(problem.code == Code.DUPLICATE for problem in own)
        return Shown(found.data if drawable else None, own, faulty=not drawable)
    if found.data is not None and (missing or not own):
        return Shown(found.data, (*refused_here, *own))
    if missing:
        return Shown(None, own[:1] or refused_here, "" if own else missing)
    # The engine has the last word on a text that we did not fully understand.
    made = Foreign(
        language=fence.language,
        source=fence.code,
        text=text,
        lines=prepared.places if prepared else (),
        title=_title(fence),
        doubt=next(((p.message, p.line) for p in own if p.code == Code.SYNTAX), ("", 0)),
    )
    return Shown(made, refused_here)


def _says_something(language: str, text: str) -> bool:
    marks = ("%%",) if language == "mermaid" else ("'", "@start", "@end")
    lines = (line.strip() for line in text.splitlines())
    return any(line and not line.startswith(marks) for line in lines)


def _title(fence: Fence) -> str:
    caption = fence.caption.astext() if fence.caption is not None else ""
    own = freeform.title_of(fence.language, fence.code)
    title = fence.alt or caption or own or readable(fence.name) or translate("Diagram")
    return " ".join(title.split())


def _missing(env: BuildEnvironment, language: str) -> str:
    try:
        engines(env).name(language)
    except MissingEngineError as error:
        return str(error)
    except EngineError:
        return ""
    return ""


def _files(env: BuildEnvironment, docname: str, *, may_read: bool) -> Files:
    config = domain_of(env).config
    source = Path(env.srcdir)
    roots = (source, *(source / extra for extra in config.data_dirs)) if may_read else ()
    folder = Path(env.doc2path(docname)).parent
    return Files(folder=folder, roots=roots, most=config.max_file_bytes)


def _is_c4(text: str) -> bool:
    """Tell whether C4 macros make a picture of boxes; C4_Sequence is a ladder."""
    return looks_like_macros(text) and "C4_Sequence" not in text


def _c4(text: str) -> freeform.Found:
    """Read C4 macros, whichever language holds them."""
    from sphinx_archdoc.views.c4_local import local_graph

    declared = read_macros(text)
    if not declared.elements:
        return None, declared.problems
    if _DYNAMIC.search(text):
        declared = replace(declared, relations=tuple(_numbered(declared.relations, text)))
    found = _LEVEL.search(text)
    level = found[1].lower() if found else "container"
    graph = local_graph(declared, level, translate=translate)
    # A view has a title of its own accord; a text has the one its author gave it.
    return replace(graph, title=declared.title), declared.problems


def _numbered(relations: Iterable[DeclaredRelation], text: str) -> Iterator[DeclaredRelation]:
    """Yield the steps of a dynamic picture with their number, in order or as the text says."""
    lines = text.splitlines()
    for number, relation in enumerate(relations, 1):
        line = lines[relation.line - 1] if 0 < relation.line <= len(lines) else ""
        said = _INDEX.match(line)
        yield replace(
            relation, label=f"{said[1] if said else number}: {relation.label}".rstrip(": ")
        )


_C4 = (
    freeform.Reader("mermaid", _is_c4, _c4),
    freeform.Reader("plantuml", _is_c4, _c4),
)
