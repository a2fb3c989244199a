"""sphinx-needs: a need a record, needtables, link types with their incoming side."""

from __future__ import annotations

from content import COLUMNS, Project, Record
from dialect_plain import body
from markup import common_pages, conf, directive, overview, part_heading

EXTENSIONS = ["sphinx_needs"]
CONF_EXTRA = """
needs_types = [
    {"directive": "adr", "title": "Decision", "prefix": "ADR-"},
    {"directive": "component", "title": "Component", "prefix": "comp-"},
    {"directive": "risk", "title": "Risk", "prefix": "R-"},
]
needs_fields = {
    name: {"nullable": True}
    for name in ("date", "deciders", "technology", "owner", "impact", "likelihood")
}
needs_links = {
    "supersedes": {"outgoing": "supersedes", "incoming": "superseded by"},
    "amends": {"outgoing": "amends", "incoming": "amended by"},
    "affects": {"outgoing": "affects", "incoming": "affected by"},
    "mitigated_by": {"outgoing": "mitigated by", "incoming": "mitigates"},
}
needs_id_regex = "^[A-Za-z0-9-]+$"
needs_role_need_template = "{{ title if type == 'component' else id }}"
needs_role_need_max_title_length = -1
"""


def render(project: Project, theme: str) -> dict[str, str]:
    """File name -> text of the whole project."""

    def role(record_id: str) -> str:
        return f":need:`{record_id}`"

    def block(record: Record) -> str:
        options = {"id": record.id, **record.facts}
        options |= {
            name.replace("-", "_"): ", ".join(ids) for name, ids in record.relations.items()
        }
        return directive(record.kind, record.title, options, body(record, role))

    def table(kind: str) -> str:
        options = {"types": kind, "columns": ", ".join(COLUMNS[kind]), "style": "table"}
        return directive("needtable", "", options, "")

    pages = common_pages(project)
    pages["overview"] = overview({kind: table(kind) for kind in COLUMNS})
    for page, records in project.pages.items():
        pages[page] = part_heading(page) + "\n" + "\n".join(map(block, records))
    files = {f"{page}.rst": text for page, text in pages.items()}
    return {"conf.py": conf(EXTENSIONS, theme, CONF_EXTRA), **files}
