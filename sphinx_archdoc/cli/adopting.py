"""What adopting a folder would read from each file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_archdoc.cli.files import read_files, texts_beside
from sphinx_archdoc.cli.project import Project, settings_of, today
from sphinx_archdoc.cli.speaking import counted, translate
from sphinx_archdoc.cli.telling import FINDINGS, RECORDS
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.marking import mark

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_archdoc.formats.adr_folder import Adopted

#: Where facts stand, how sure they are, and why files are none: JSON has these words as they are.
WORDS = (
    mark("front matter"), mark("heading"), mark("list"), mark("line"), mark("table"),
    mark("field"), mark("directive"), mark("file name"), mark("status"), mark("changelog"),
    mark("likely"), mark("guess"), mark("not found"),
    mark("a template"), mark("an index page"),
    mark("a template: its status is not filled in"),
    mark("it has neither number, date nor status in its name or text, nor a decision's sections"),
    mark("only Markdown (.md) and reStructuredText (.rst) are read"),
    mark("the file is empty"), mark("the file holds no text"), mark("the file is no text"),
)  # fmt: skip

_OTHER = "only Markdown (.md) and reStructuredText (.rst) are read"
#: What nearly every decision says.
_USUAL = ("status", "date")


def told(root: Path) -> dict[str, Any]:
    """Return records with each fact, its line and how sure it is, skipped files, and findings."""
    project = Project(root, settings_of(root), read_files(root), today())
    folder = project.folder
    paths = [item.path for item in folder.adopted] + [item.path for item in folder.skipped]
    folders = (path.rpartition("/")[0] for path in paths)
    others = [{"file": name, "why": _OTHER} for name in texts_beside(root, folders)]
    rules = [item.finding for item in project.findings()]
    numbers = [f for f in rules if f.code is Code.NUMBER and f not in folder.findings]
    return {
        "records": [_record(item) for item in folder.adopted],
        "skipped": sorted(
            [*({"file": item.path, "why": item.why} for item in folder.skipped), *others],
            key=lambda item: item["file"],
        ),
        "findings": [
            {"file": f.at.source, "line": f.place.line, "code": f.code.value, "message": f.message}
            for f in (*folder.findings, *numbers)
        ],
    }


def _record(item: Adopted) -> dict[str, Any]:
    adr, record = item.adr, item.record
    facts = [{"field": "title", "value": record.title, **_place(adr.title)}]
    related = {link.field for link in adr.relations}
    for name, fact in adr.facts.items():
        if name in related:  # told below, each with what it leads to
            continue
        value = getattr(record, name, None)
        facts.append({"field": name, "value": _shown(value) or fact.text, **_place(fact)})
    return {
        "file": item.path,
        "id": record.id,
        "facts": facts,
        "relations": [
            {"field": link.field, "value": link.id, "note": link.note, "line": link.line}
            | {"sure": link.sure, "exists": link.exists}
            for link in adr.relations
        ],
        "sections": [part.key or part.title for part in record.sections],
    }


def _place(fact: Any) -> dict[str, Any]:
    return {"line": fact.line, "where": fact.where, "sure": fact.sure}


def _shown(value: object) -> str:
    if isinstance(value, tuple) and type(value) is tuple:
        return ", ".join(map(str, value))
    key = getattr(value, "key", "") or getattr(value, "iso", "")
    return str(key or value or "")


def as_text(found: dict[str, Any]) -> str:
    """Return what :func:`told` says, for people."""
    lines: list[str] = []
    for record in found["records"]:
        lines.append(f"{record['file']}  →  {record['id']}")
        for fact in record["facts"]:
            sure = "" if fact["sure"] == "sure" else f", {translate(fact['sure'])}"
            where = translate(fact["where"])
            place = f"{_line(fact)}, {where}" if fact["line"] else where
            lines.append(f"    {fact['field']}: {fact['value']}  ({place}{sure})")
        given = {fact["field"] for fact in record["facts"]}
        lines += [
            f"    {field}: {translate('not found')}" for field in _USUAL if field not in given
        ]
        for link in record["relations"]:
            note = f" ({link['note']})" if link["note"] else ""
            missing = "" if link["exists"] else f", {translate('no such record')}"
            name = link["field"].replace("_", "-")
            lines.append(f"    {name}: {link['value']}{note}  ({_line(link)}{missing})")
    if found["skipped"]:
        lines.append("")
        skipped = translate("skipped {file}: {why}")
        lines += [
            skipped.format(file=item["file"], why=translate(item["why"]))
            for item in found["skipped"]
        ]
    if found["findings"]:
        lines.append("")
        lines += [
            f"{item['file']}:{item['line']}: {item['message']} [archdoc.{item['code']}]"
            for item in found["findings"]
        ]
    counts = (
        counted(len(found["records"]), *RECORDS),
        translate("{n} skipped").format(n=len(found["skipped"])),
        counted(len(found["findings"]), *FINDINGS),
    )
    return "\n".join([*lines, "", ", ".join(counts)])


def _line(place: dict[str, Any]) -> str:
    return translate("line {n}").format(n=place["line"])
