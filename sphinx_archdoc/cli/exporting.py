"""Decisions written in other forms."""

from __future__ import annotations

import csv
import io
import json
import os
import posixpath
import re
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote, unquote

import click

from sphinx_archdoc.cli.files import make_folder, write_new
from sphinx_archdoc.cli.listing import rows
from sphinx_archdoc.cli.refused import Refused
from sphinx_archdoc.cli.speaking import counted, translate
from sphinx_archdoc.formats.adr_inline import plain
from sphinx_archdoc.formats.adr_madr import as_madr, ref_ids
from sphinx_archdoc.formats.architecture_md import as_markdown
from sphinx_archdoc.formats.collecting import safe_id
from sphinx_archdoc.model.file_names import suffix_of
from sphinx_archdoc.model.marking import mark
from sphinx_archdoc.model.schema import export
from sphinx_archdoc.views.body_words import body_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from sphinx_archdoc.cli.project import Project
    from sphinx_archdoc.formats.adr_folder import Adopted
    from sphinx_archdoc.formats.adr_madr import Madr

_COLUMNS = (
    "id",
    "title",
    "status",
    "date",
    "deciders",
    "tags",
    "supersedes",
    "superseded_by",
    "file",
)
#: A link or image of Markdown or HTML, or the definition of a link; then where it leads.
_LINK = re.compile(
    r"(\]\(\s*<?|^\[[^\]\n]+\]:\s*<?|\b(?:src|href)=[\"'])([^()<>\s:\"']+)", re.MULTILINE
)
_KEPT = (
    mark("{file}: {n} place kept as reST, in a literal block"),
    mark("{file}: {n} places kept as reST, in a literal block"),
)
#: A cell that starts with one of these is a formula to a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def exported(project: Project, form: str) -> str:
    """Return all decisions as one text; ``form`` is any that `archdoc export` has but ``madr``."""
    if form == "csv":
        return _csv(project)
    if form == "markdown":
        return _markdown(project)
    made = {"json": _json, "needs": _needs, "json-adr": _objects}[form](project)
    return json.dumps(made, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def _json(project: Project) -> Any:
    return export(project.store)


def _csv(project: Project) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    shown = {row["id"]: row for row in rows(project)}
    for record in project.store.of("decision"):
        row: dict[str, str] = {**shown[record.id]}
        row["deciders"] = ", ".join(getattr(record, "deciders", ()))
        for name in ("supersedes", "superseded_by"):
            row[name] = ", ".join(ref_ids(record, name))
        writer.writerow([_cell(row[name]) for name in _COLUMNS])
    return out.getvalue()


def _markdown(project: Project) -> str:
    bodies = dict(project.written)
    bodies |= {
        item.record.id: _below_title(_as_madr(project, item).text)
        for item in project.folder.adopted
    }
    return as_markdown(
        project.store,
        "Architecture decisions",
        address=project.path_of,
        text=lambda record: bodies.get(record.id, ""),
        words=lambda record: body_words(project.store, record, str),
    )


def _below_title(text: str) -> str:
    """Return what follows the title; headings stand below that of the record."""
    body = text.partition("\n# ")[2].partition("\n")[2].strip()
    fenced = False
    lines = []
    for line in body.split("\n"):
        fenced ^= line.startswith("```")
        lines.append(f"##{line}" if line.startswith("##") and not fenced else line)
    return "\n".join(lines)


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _needs(project: Project) -> Any:
    """Return what sphinx-needs reads with ``needimport``."""
    needs = {}
    for row in rows(project):
        record = project.store.get(row["id"])
        links = [link.target for link in project.store.relations.outgoing(row["id"])]
        needs[row["id"]] = {
            "id": row["id"],
            "type": "adr",
            "title": row["title"],
            "status": row["status"],
            "tags": list(getattr(record, "tags", ())),
            "links": sorted(dict.fromkeys(links)),
            "description": row["summary"],
            "docname": record.at.docname if record else "",
        }
    version = {"needs": needs, "needs_amount": len(needs)}
    return {"project": "", "current_version": "", "versions": {"": version}}


def _objects(project: Project) -> Any:
    return [
        _object(item, project.path_of(project.store.get(item.record.id) or item.record))
        for item in project.folder.adopted
    ]


def _object(item: Adopted, file: str) -> dict[str, Any]:
    record, date = item.record, getattr(item.record, "date", None)
    status = getattr(record, "status", None)
    found: dict[str, Any] = {
        "id": record.id,
        "title": record.title,
        "status": (status.key or status.text) if status else "",
        "date": date.iso or date.text if date else "",
        "file": file,
        "sections": [
            {"key": part.name, "title": part.title, "text": "\n\n".join(_texts(part))}
            for part in item.adr.parts
            if part.heading is not None and part.role != "title"
        ],
    }
    for name in ("deciders", "consulted", "informed", "tags"):
        found[name] = list(getattr(record, name, ()))
    for name in ("supersedes", "superseded_by", "amends", "amended_by", "depends_on", "relates_to"):
        found[name] = [str(ref) for ref in getattr(record, name, ())]
    return found


def _texts(part: Any) -> Iterator[str]:
    for block in part.blocks:
        if block.kind == "code":
            yield block.text
        elif block.kind == "row":
            yield " | ".join(plain(cell) for cell in block.cells)
        else:
            yield plain(block.text)


def _as_madr(project: Project, item: Adopted) -> Madr:
    kind = project.store.kind(item.record)
    return as_madr(item.adr, item.record, kind, project.texts[item.path])


def write_madr(project: Project, folder: Path) -> list[str]:
    """Write a MADR 4 file for each decision into a folder; return the paths. Nothing is replaced.

    :raises Refused: a file is there already, or cannot be written. Then none is written.
    """
    names: dict[str, str] = {}
    for item in project.folder.adopted:
        stem = safe_id(item.adr.name.stem)
        taken = f"{stem}.md" in names.values()
        names[item.path] = f"{item.record.id if taken else stem}.md"
    there = next((folder / name for name in names.values() if os.path.lexists(folder / name)), None)
    if there is not None:
        raise Refused(translate("{path} exists already").format(path=there))
    make_folder(folder)
    for item in project.folder.adopted:
        made = _as_madr(project, item)
        moved = _Moved(project.root, folder, item.path, names)
        write_new(folder / names[item.path], moved.text(made.text))
        if made.kept:
            click.echo(counted(made.kept, *_KEPT, file=item.path), err=True)
    return [str(folder / name) for name in names.values()]


class _Moved(NamedTuple):
    """A decision on its way into another folder: where its links lead from there."""

    root: Path
    folder: Path
    path: str
    names: Mapping[str, str]

    def text(self, text: str) -> str:
        """Return a text with links to other decisions by their new names, to files as they lie."""
        plain_names = {_bare(known): name for known, name in self.names.items()}

        def new(found: re.Match[str]) -> str:
            to, _, anchor = found[2].partition("#")
            joined = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), to))
            name = (self.names.get(joined) or plain_names.get(joined)) if to else None
            name = name or (self._file(to) if to else None)
            return f"{found[1]}{name}{'#' if anchor else ''}{anchor}" if name else found[0]

        return _LINK.sub(new, text)

    def _file(self, to: str) -> str | None:
        """Return the way to a file that is there; None for what is none."""
        said = to.partition("?")[0]
        file = self.root / posixpath.dirname(self.path) / unquote(said)
        if to.startswith("/") or "\0" in said or not file.exists():
            return None
        way = os.path.relpath(file.resolve(), self.folder.resolve()).replace(os.sep, "/")
        return quote(way) + to[len(said) :]


def _bare(path: str) -> str:
    return path[: len(path) - len(suffix_of(path))]
