"""sphinx-archdoc: a directive a record; tables and back-links are computed."""

from __future__ import annotations

from content import COLUMNS, Decision, Project, Record
from markup import (
    bullets,
    common_pages,
    conf,
    directive,
    indent,
    overview,
    paragraphs,
    part_heading,
)

EXTENSIONS = ["sphinx_archdoc"]
CONF_EXTRA = ""
TABLES = {"adr": "adr-list", "component": "component-table", "risk": "risk-table"}


def render(project: Project, theme: str) -> dict[str, str]:
    """File name -> text of the whole project."""

    def role(record_id: str) -> str:
        return f":{project.index[record_id].kind}:`{record_id}`"

    def body(record: Record) -> str:
        if not isinstance(record, Decision):
            return paragraphs(record.prose, role)
        parts = {
            "Context": paragraphs(record.context, role),
            "Decision": paragraphs(record.decision, role),
            "Consequences": f"Positive\n{indent(bullets(record.positive, role), 2)}"
            f"Negative\n{indent(bullets(record.negative, role), 2)}",
        }
        return "".join(f"{name}\n{indent(text, 2)}" for name, text in parts.items())

    def block(record: Record) -> str:
        options = dict(record.facts)
        options |= {name: ", ".join(ids) for name, ids in record.relations.items()}
        if record.kind == "component":
            options = {"title": record.title, **options}
            return directive(record.kind, record.id, options, body(record))
        return directive(record.kind, record.title, {"id": record.id, **options}, body(record))

    pages = common_pages(project)
    pages["overview"] = overview(
        {
            kind: directive(name, "", {"columns": ", ".join(COLUMNS[kind])}, "")
            for kind, name in TABLES.items()
        }
    )
    for page, records in project.pages.items():
        pages[page] = part_heading(page) + "\n" + "\n".join(map(block, records))
    files = {f"{page}.rst": text for page, text in pages.items()}
    return {"conf.py": conf(EXTENSIONS, theme, CONF_EXTRA), **files}
