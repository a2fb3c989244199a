from __future__ import annotations

import pytest
from docutils import nodes

from sphinx_archdoc.kinds import load
from sphinx_archdoc.model.fields import FieldSpec
from sphinx_archdoc.render.links import Linker
from sphinx_archdoc.sphinxext.cell_classes import id_class, text_classes, value_classes
from sphinx_archdoc.views.faces import Face


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        ("2026-06-15", "date", ["arch-date"]),
        ("", "date", []),
        ("when the second data centre runs", "date", []),
        ("2026-06-15", "author", ["arch-date"]),
        ("2027-Q1", "author", ["arch-date"]),
        ("from 2026-06-15", "author", []),
        ("/v1/companies/{id}/passes/{id}", "date", ["arch-long"]),
    ],
)
def test_dates_stay_on_one_line(text: str, field: str, expected: list[str]) -> None:
    meaning = load()["change"].field(field) or field
    assert text_classes(text, meaning) == expected


@pytest.mark.parametrize(
    ("column", "text", "expected"),
    [
        ("title", "The payment provider changes its interface", ["arch-name"]),
        ("extra", "The payment provider changes its interface", ["arch-prose"]),
        ("mitigation", "Contract tests run nightly against it", ["arch-prose"]),
        ("title", "Data loss", []),
        ("title", "shop.payments.ledger.bookings fails", ["arch-long", "arch-name"]),
        ("affects", "shop, payments, billing, orders", []),
        ("owner", "Team Payments, Team Orders, Ann", []),
    ],
)
def test_titles_and_sentences_have_room_in_a_crowded_table(
    column: str, text: str, expected: list[str]
) -> None:
    assert text_classes(text, load()["risk"].field(column) or column) == expected


def test_a_long_id_has_its_frame_but_may_be_broken() -> None:
    assert id_class("R-PASS-1") == "arch-short"
    assert id_class("TOO_MANY_REQUESTS") == "arch-wide-id"


@pytest.mark.parametrize(
    ("id_", "text", "whole"),
    [
        ("ADR-2", "", True),
        ("ADR-2", "the second", False),
        ("ADR-OF-THE-LONGEST-SORT", "", False),
    ],
)
def test_a_link_that_shows_an_id_is_not_broken_at_its_hyphen(
    id_: str, text: str, *, whole: bool
) -> None:
    def address(docname: str, anchor: str) -> dict[str, str]:
        return {"refuri": f"{docname}#{anchor}"}

    face = Face(id_, "adr", "Title", "page", id_, superseded=False, found=True)
    made = Linker(address).link(face, text or id_)
    assert isinstance(made, nodes.reference)
    assert ("arch-short" in made["classes"]) is whole


@pytest.mark.parametrize(
    ("header", "text", "working", "classes"),
    [
        ("Target", "< 1.5 s", False, ["arch-v1.5"]),
        ("Target", "180 ms", False, ["arch-v0.18"]),
        ("Effort", "12,5 PT", True, ["arch-v12.5"]),
        ("Effort", "2-3 Wochen", True, ["arch-v10"]),
        ("Effort (weeks)", "2", True, ["arch-v10"]),
        ("Cost", "1.200 €", False, ["arch-v1200"]),
        ("Effort", "tbd", True, []),
    ],
)
def test_what_an_amount_sorts_by(header: str, text: str, working: bool, classes: list[str]) -> None:
    spec = FieldSpec(type="amount", name="it")
    assert value_classes(header, text, spec, working=working) == classes


def test_columns_of_ones_own_sort_by_known_units_only() -> None:
    assert value_classes("Note", "5 GB", "extra") == ["arch-v5000000000"]
    assert value_classes("Note", "9 things to do", "extra") == []
    assert value_classes("Title", "5 GB", "title") == []
