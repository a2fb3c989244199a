from __future__ import annotations

import pytest
from docutils import nodes

from sphinx_archdoc.kinds import load
from sphinx_archdoc.sphinxext.pasted_titles import (
    bare_title,
    id_in_title,
    line_said,
    numbered,
    take_bold_title,
)

KINDS = load()


@pytest.mark.parametrize(
    ("kind", "heading", "title"),
    [
        ("adr", "Decision 1: Database choice", "Database choice"),
        ("adr", "Decision: JWT vs sessions", "JWT vs sessions"),
        ("adr", "ADR-001: Use queues", "ADR-001: Use queues"),
        ("adr", "ADR 1: Use queues", "ADR 1: Use queues"),
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


@pytest.mark.parametrize(
    ("kind", "heading", "title", "found"),
    [
        ("adr", "Decision 12: Word", "Word", (("Decision", "12"),)),
        ("adr", "Entscheidung #3 – Wort", "Wort", (("Entscheidung", "3"),)),
        ("adr", "Decision: Word", "Word", ()),
        ("adr", "Decision 12: Word", "Another title", ()),
        ("adr", "ADR 12: Word", "Word", ()),
        ("adr", "Word", "Word", ()),
    ],
)
def test_the_number_of_a_heading_is_kept(
    kind: str, heading: str, title: str, found: tuple[tuple[str, str], ...]
) -> None:
    assert numbered(KINDS[kind], heading, title) == found


@pytest.mark.parametrize(
    ("kind", "title", "found"),
    [
        ("adr", "ADR-001: Use queues", ("ADR-001", "Use queues")),
        ("adr", "DEC-7 – Use queues", ("DEC-7", "Use queues")),
        ("adr", "ADR 6: Use queues", ("ADR-6", "Use queues")),
        ("adr", "ADR #12 - Use queues", ("ADR-12", "Use queues")),
        ("adr", "ADR-0006 Use queues", ("ADR-0006", "Use queues")),
        ("adr", "ADR-6 is outdated", ("", "ADR-6 is outdated")),
        ("adr", "ADR 6 Use queues", ("", "ADR 6 Use queues")),
        ("adr", "ADRs: when and why", ("", "ADRs: when and why")),
        ("adr", "6. Use queues", ("", "6. Use queues")),
        ("risk", "R-3 Frost", ("R-3", "Frost")),
        ("risk", "R2 Outage", ("", "R2 Outage")),
        ("risk", "ADR 6: Frost", ("", "ADR 6: Frost")),
        ("app", "API 2: the new one", ("", "API 2: the new one")),
    ],
)
def test_an_id_before_the_title(kind: str, title: str, found: tuple[str, str]) -> None:
    assert id_in_title(KINDS[kind], title) == found


@pytest.mark.parametrize(
    ("argument", "found"),
    [
        ('shop.api "Shop API"', ("shop.api", {"title": "Shop API"})),
        ("shop.api „Shop“", ("shop.api", {"title": "Shop"})),
        ("shop.api 'It's'", ("shop.api", {"title": "It's"})),
        ('shop.api "Shop" [Java]', ("shop.api", {"title": "Shop", "technology": "Java"})),
        (
            'shop.api "Shop" : Sells #core #edge',
            ("shop.api", {"title": "Shop", "description": "Sells", "tags": "core, edge"}),
        ),
        ("shop.api", ("", {})),
        ("Shop API", ("", {})),
        ('"Shop" API', ("", {})),
        ('shop.api ""', ("", {})),
        ('shop.api "Shop" and more', ("", {})),
        ('shop.api "open', ("", {})),
    ],
)
def test_a_line_of_a_model(argument: str, found: tuple[str, dict[str, str]]) -> None:
    assert line_said(argument) == found


def test_a_bold_line_is_a_title_where_it_says_so() -> None:
    bold = nodes.paragraph("", "", nodes.strong("", "Component: Orders"))
    rest = nodes.paragraph("", "text")
    children: list[nodes.Node] = [bold, rest]
    assert take_bold_title(KINDS["component"], children) == "Orders"
    assert children == [rest]
    loud: list[nodes.Node] = [nodes.paragraph("", "", nodes.strong("", "Mind the gap"))]
    assert take_bold_title(KINDS["component"], loud) == ""
    assert len(loud) == 1
