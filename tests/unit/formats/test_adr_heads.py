"""Heads of records in the notations met in the wild, in several languages."""

from __future__ import annotations

from typing import Any

import pytest

from sphinx_archdoc import kinds
from sphinx_archdoc.formats.adr_folder import read_folder

ADR = kinds.load()["adr"]


def read(head: str, path: str = "0007-orders.md", body: str = "\n## Context\n\nOrders.\n") -> Any:
    folder = read_folder({path: (head + body).encode()}, ADR)
    assert folder.adopted, folder.skipped
    return folder.adopted[0].record


def said(record: Any) -> tuple[str, str, tuple[str, ...]]:
    status, date = record.status, record.date
    return status.key if status else "", date.iso if date else "", record.deciders


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        ("**状態**: 採用\n**決定日**: 2026年1月20日\n**決定者**: 田中、佐藤\n",
         ("accepted", "2026-01-20", ("田中", "佐藤"))),
        ("**狀態**：已採用 (Accepted)  \n**決策日**：2026-01\n", ("accepted", "2026-01", ())),
        ("## ステータス\n\n**採用済み**（v1）・計画済み（v2）\n", ("accepted", "", ())),
        ("| Status | Aceito |\n|---|---|\n| **Data** | 2026-01-20 |\n",
         ("accepted", "2026-01-20", ())),
        ("- **Decisores**: Ana\n", ("", "", ("Ana",))),
        ("**Fecha:** 2026-01-20 · **Estado:** vigente\n", ("accepted", "2026-01-20", ())),
        ("- **Estado:** aceptada\n- **Decide:** Ana\n", ("accepted", "", ("Ana",))),
        ("Date : 2026-01-20 · Statut : proposé (brouillon)\n", ("proposed", "2026-01-20", ())),
        ("**Décideur** : Léa\n**Statut** : accepté le 2026-01-20\n",
         ("accepted", "2026-01-20", ("Léa",))),
        ("- Status: accepted\n- Written: 2026-01-20\n", ("accepted", "2026-01-20", ())),
    ],
)  # fmt: skip
def test_heads_in_other_languages(head: str, wanted: Any) -> None:
    assert said(read(f"# 7. Orders\n\n{head}")) == wanted


def test_a_topic_named_like_a_fact_stays_a_section() -> None:
    record = read("# 7. Orders\n\nStatus: accepted\n", body="\n## Data\n\nWe keep orders.\n")
    assert said(record) == ("accepted", "", ())
    assert [section.title for section in record.sections] == ["Data"]


@pytest.mark.parametrize(
    ("status", "key"),
    [
        ("Complete (as of the Open release)", "accepted"),
        ("Blooming (as of the Open release)", ""),  # words in brackets only explain
        ("Blooming (Accepted)", "accepted"),
        ("Reverted by a later vote", "deprecated"),
    ],
)
def test_words_of_a_status(status: str, key: str) -> None:
    assert said(read(f"# 7. Orders\n\n## Status\n\n{status}\n"))[0] == key


@pytest.mark.parametrize(
    ("status", "date"),
    [
        ("Accepted on 2026-01-20.", "2026-01-20"),
        ("Accepted. 2026-01-20.", "2026-01-20"),
        (f"Accepted, though {'much ' * 12}changed since.\nSeen again 2026-01-20.", ""),
    ],
)
def test_only_the_start_of_a_status_dates_it(status: str, date: str) -> None:
    assert said(read(f"# 7. Orders\n\n## Status\n\n{status}\n"))[1] == date


def test_people_under_several_words_all_count() -> None:
    head = "- Deciders: Ann, Bo\n- Owner: @cy @di\n- Reviewed by: Ann\n- Status: accepted\n"
    assert read(f"# 7. Orders\n\n{head}").deciders == ("Ann", "Bo", "@cy", "@di")


@pytest.mark.parametrize(
    ("line", "field", "ids"),
    [
        ("- Replaces: ADR-5, points 30 to 35", "supersedes", ["ADR-5"]),
        (
            "- Replaces: 0005, 0006 and 0009",
            "supersedes",
            ["ADR-0005", "ADR-0006", "ADR-0009"],
        ),
        ("- Superseded by 63 rules and more", "superseded_by", []),
        ("- Superseded by 63 for all shops", "superseded_by", ["ADR-63"]),
        ("- **Extiende al [ADR-015](ADR-015-x.md)** (en parte)", "amends", ["ADR-015"]),
        ("- 関連: [0003](0003-x.md), [0005](0005-y.md)", "relates_to", ["ADR-0003", "ADR-0005"]),
    ],
)
def test_relations_in_a_head(line: str, field: str, ids: list[str]) -> None:
    record = read(f"# 7. Orders\n\n- Status: accepted\n{line}\n")
    assert [ref.id for ref in getattr(record, field)] == ids


@pytest.mark.parametrize(
    "heading",
    ["ADR-D34: Orders", "Design Decisions - Orders", "Design decision: Orders", "ADR — Orders"],
)
def test_titles(heading: str) -> None:
    assert read(f"# {heading}\n\nStatus: accepted\n").title == "Orders"


@pytest.mark.parametrize(
    ("status", "word"),
    [
        ("Superseded by [9](0009-x.md)", "Superseded"),
        ("Accepted and used in v7.1", "Accepted"),
        ("Under review by all", "Under review"),
        ("Partially superseded by ADR-0009", "Partially superseded"),
        ("On hold", "On hold"),
    ],
)
def test_the_word_of_a_status_stands_alone(status: str, word: str) -> None:
    """So that a list can group by it."""
    assert read(f"# 7. Orders\n\n## Status\n\n{status}\n").status.text == word
