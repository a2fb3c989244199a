from __future__ import annotations

import pytest
from docutils import nodes

from sphinx_archdoc.kinds import load
from sphinx_archdoc.sphinxext.pasted_titles import bare_title, take_bold_title

KINDS = load()


@pytest.mark.parametrize(
    ("kind", "heading", "title"),
    [
        ("adr", "Decision 1: Database choice", "Database choice"),
        ("adr", "Decision: JWT vs sessions", "JWT vs sessions"),
        ("adr", "ADR-001: Use queues", "ADR-001: Use queues"),
        ("adr", "Databases: which one", "Databases: which one"),
        ("component", "Component: Orders", "Orders"),
        ("integration", "Integration – Cards", "Cards"),
        ("endpoint", "Endpoint: POST /orders", "POST /orders"),
        ("endpoint", "Endpoint", "Endpoint"),
        ("entity", "Order item Entity", "Order item"),
        ("entity", "Users table", "Users"),
        ("entity", "Entity: Order", "Order"),
        ("entity", "Table: orders", "orders"),
        ("entity", "Entity", "Entity"),
        ("component", "Order Service", "Order Service"),
    ],
)
def test_the_word_for_the_kind_is_no_part_of_the_title(kind: str, heading: str, title: str) -> None:
    assert bare_title(KINDS[kind], heading) == title


def test_a_bold_line_is_a_title_where_it_says_so() -> None:
    bold = nodes.paragraph("", "", nodes.strong("", "Component: Orders"))
    rest = nodes.paragraph("", "text")
    children: list[nodes.Node] = [bold, rest]
    assert take_bold_title(KINDS["component"], children) == "Orders"
    assert children == [rest]
    loud: list[nodes.Node] = [nodes.paragraph("", "", nodes.strong("", "Mind the gap"))]
    assert take_bold_title(KINDS["component"], loud) == ""
    assert len(loud) == 1
