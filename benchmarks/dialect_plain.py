"""Hand-written reST: a section a record, its parts as rubrics, facts as field lists."""

from __future__ import annotations

from content import COLUMNS, Decision, Project, Record, cell
from markup import (
    Role,
    bullets,
    common_pages,
    conf,
    heading,
    indent,
    overview,
    paragraphs,
    part_heading,
)

EXTENSIONS: list[str] = []
CONF_EXTRA = ""


def body(record: Record, role: Role) -> str:
    """The prose of a record, its parts under rubrics."""
    if not isinstance(record, Decision):
        return paragraphs(record.prose, role)
    return "\n".join(
        [
            ".. rubric:: Context\n",
            paragraphs(record.context, role),
            ".. rubric:: Decision\n",
            paragraphs(record.decision, role),
            ".. rubric:: Consequences\n",
            "**Positive**\n",
            bullets(record.positive, role),
            "**Negative**\n",
            bullets(record.negative, role),
        ]
    )


def render(project: Project, theme: str) -> dict[str, str]:
    """File name -> text of the whole project."""

    def ref(record_id: str) -> str:
        return f":ref:`{project.label(record_id)} <{record_id.lower()}>`"

    def refs(ids: tuple[str, ...]) -> str:
        return ", ".join(ref(record_id) for record_id in ids)

    def section(record: Record) -> str:
        title = record.title if record.kind == "component" else f"{record.id}: {record.title}"
        facts = {"id": record.id} if record.kind == "component" else {}
        facts |= record.facts
        facts |= {name: refs(ids) for name, ids in record.relations.items()}
        facts["referenced by"] = refs(project.referenced_by.get(record.id, ()))
        fields = "".join(
            f":{name.replace('-', ' ').capitalize()}: {value}\n"
            for name, value in facts.items()
            if value
        )
        return f".. _{record.id.lower()}:\n\n{heading(title, '-')}\n{fields}\n{body(record, ref)}\n"

    def table(kind: str) -> str:
        rows = [[column.capitalize() for column in COLUMNS[kind]]]
        for record in project.by_kind[kind]:
            cells = [cell(record, column) for column in COLUMNS[kind]]
            cells[0] = f":ref:`{record.id} <{record.id.lower()}>`"
            rows.append(cells)
        text = "".join(
            f"{'* - ' if not number else '  - '}{value}\n"
            for row in rows
            for number, value in enumerate(row)
        )
        return ".. list-table::\n   :header-rows: 1\n\n" + indent(text)

    pages = common_pages(project)
    pages["overview"] = overview({kind: table(kind) for kind in COLUMNS})
    for page, records in project.pages.items():
        pages[page] = part_heading(page) + "\n" + "\n".join(map(section, records))
    files = {f"{page}.rst": text for page, text in pages.items()}
    return {"conf.py": conf(EXTENSIONS, theme, CONF_EXTRA), **files}
