"""From the text of a fence to what is shown: our own picture data, or a text for an engine."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sphinx_archdoc.diagrams.engines.base import EngineError, MissingEngineError
from sphinx_archdoc.diagrams.engines.foreign import Engines, Foreign
from sphinx_archdoc.diagrams.engines.plantuml_files import Files, Refused
from sphinx_archdoc.diagrams.engines.plantuml_text import Prepared, prepare
from sphinx_archdoc.formats import freeform
from sphinx_archdoc.formats.c4_macros import looks_like_macros, read_macros
from sphinx_archdoc.model.findings import Problem
from sphinx_archdoc.sphinxext.domain import domain_of
from sphinx_archdoc.sphinxext.labels import translate

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinx_archdoc.sphinxext.fence_nodes import Fence

_LEVELS = {"C4Context": "context", "C4Container": "container", "C4Component": "component"}


class Shown(NamedTuple):
    """What is shown for a fence: picture data, a ``Foreign``, or nothing, and what is wrong.

    ``missing`` says what would draw it; empty when it is the text that is wrong.
    """

    data: Any
    problems: tuple[Problem, ...] = ()
    missing: str = ""


def engines(env: BuildEnvironment) -> Engines:
    """Return the engines of a project."""
    from sphinx_archdoc.sphinxext.pictures import cache_folder

    return Engines(plantuml_command(env), cache_folder(env))


def plantuml_command(env: BuildEnvironment) -> tuple[str, ...]:
    """Return the configured PlantUML: ours, or that of sphinxcontrib-plantuml if one is set."""
    import shlex

    own = domain_of(env).config.plantuml
    given: Any = own or (env.config._raw_config | env.config.overrides).get("plantuml", "")  # noqa: SLF001 -- whether the default was chosen cannot be told otherwise
    if isinstance(given, str):
        is_jar = given.endswith(".jar") and not given.startswith("java ")
        parts = [given] if is_jar else shlex.split(given)
    else:
        parts = [str(part) for part in given]
    return tuple(_in_project(env, part) for part in parts)


def _in_project(env: BuildEnvironment, part: str) -> str:
    """Return a path of a jar relative to the configuration as an absolute one."""
    path = Path(env.app.confdir if hasattr(env, "app") else env.srcdir) / part
    return str(path) if part.endswith(".jar") and path.is_file() else part


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
            return Shown(None, (Problem(refused.code, refused.message),))
        for path in prepared.files:
            env.note_dependency(str(path))
        text = prepared.text
    refused_here = prepared.problems if prepared else ()
    found = freeform.read(fence.language, text, _C4)
    own = tuple(replace(p, line=prepared.line(p.line)) if prepared else p for p in found.problems)
    missing = _missing(env, fence.language)
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
    )
    return Shown(made, refused_here)


def _title(fence: Fence) -> str:
    caption = fence.caption.astext() if fence.caption is not None else ""
    own = freeform.title_of(fence.language, fence.code)
    return " ".join((fence.alt or caption or own or translate("Diagram")).split())


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


def _c4(text: str) -> freeform.Found:
    """Read C4 macros, whichever language holds them."""
    from sphinx_archdoc.views.c4_local import local_graph

    declared = read_macros(text)
    if not declared.elements:
        return None, declared.problems
    level = _LEVELS.get(freeform.first_word(text), "")
    return local_graph(declared, level, translate=translate), declared.problems


_C4 = (
    freeform.Reader("mermaid", looks_like_macros, _c4),
    freeform.Reader("plantuml", looks_like_macros, _c4),
)
