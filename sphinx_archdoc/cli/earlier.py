"""The decisions that are there already: their numbers, and those that a new one replaces."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.cli.built_project import BuiltProject, decisions_at
from sphinx_archdoc.cli.files import conf_folder
from sphinx_archdoc.cli.refused import Refused
from sphinx_archdoc.cli.speaking import translate
from sphinx_archdoc.formats.adr_house import House
from sphinx_archdoc.formats.adr_targets import Mention
from sphinx_archdoc.model.file_names import named

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sphinx_archdoc.formats.adr_folder import Adopted, Folder
    from sphinx_archdoc.model.record import Record

_EXTENSION = b"sphinx_archdoc"


class Old(NamedTuple):
    """A decision that is replaced; ``page`` is its own file, which one on a page has not."""

    id: str
    title: str
    page: Adopted | None


def on_pages(root: Path) -> tuple[Record, ...]:
    """Return the decisions of a Sphinx project that are no files: directives, rows of tables."""
    conf = conf_folder(root)
    if conf is None or _EXTENSION not in (conf / "conf.py").read_bytes():
        return ()
    project = decisions_at(root)
    if not isinstance(project, BuiltProject):
        return ()
    return tuple(item for item in project.store.of("decision") if item.origin != "page")


def house_of_ids(records: Sequence[Record]) -> House:
    """Return the form of the first file beside decisions on pages: numbers as in most ids."""
    known = [(record.id, named(record.id).digits) for record in records]
    forms = Counter(
        (id_.partition(digits)[0], len(digits) if digits.startswith("0") else 1)
        for id_, digits in known
        if digits and id_.endswith(digits)
    )
    if not forms:
        return House()
    ((lead, width), _), *_ = forms.most_common(1)
    return House(digits=width, lead=lead)


def next_number(paths: Sequence[str], records: Sequence[Record], prefix: str) -> int:
    """Return the number after those of the files and of the decisions on pages."""
    ids = [named(record.id) for record in records]
    taken = [named(path).number for path in paths]
    taken += [name.number for name in ids if name.prefix.lower() == prefix.lower()]
    return max((known for known in taken if known is not None), default=0) + 1


def old_for(found: Folder, records: Sequence[Record], wanted: str) -> Old:
    """Return the decision that is named by id, number or file.

    :raises Refused: there is none, or there are several.
    """
    if not wanted.strip():
        raise Refused(translate("--supersedes needs the id of a decision"))
    pages = {item.record.id.lower(): item for item in found.adopted}
    if wanted.lower() in pages:
        return _of_page(pages[wanted.lower()])
    for record in records:
        if record.id.lower() == wanted.lower():
            return Old(record.id, record.title, None)
    digits = wanted.lower().removeprefix("adr").lstrip("-_ #")
    mention = Mention(wanted, number=digits) if digits.isdigit() else Mention(wanted, path=wanted)
    target = found.index.resolve(mention, "")
    same = [item for item in records if digits.isdigit() and named(item.id).number == int(digits)]
    rivals = target.rivals if target is not None and target.exists else ()
    if same and not (target is not None and target.exists):
        if len(same) == 1:
            return Old(same[0].id, same[0].title, None)
        rivals = tuple(item.id for item in same)
    if rivals:
        said = translate("{word!r} fits several decisions: {which}")
        raise Refused(said.format(word=wanted, which=", ".join(rivals)))
    if target is None or not target.exists:
        raise Refused(translate("there is no decision {word!r}").format(word=wanted))
    return _of_page(pages[target.id.lower()])


def _of_page(item: Adopted) -> Old:
    heading = next((part.title for part in item.adr.parts if part.role == "title"), "")
    return Old(item.record.id, heading or item.record.title, item)
