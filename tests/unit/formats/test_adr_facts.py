"""Facts of decision records: each place and form in which people write them."""

from __future__ import annotations

from typing import Any

import pytest
from adr_help import NYGARD, beside, read

from sphinx_archdoc.model.codes import Code


def test_nygard() -> None:
    item = read(NYGARD)
    record = item.record
    assert (record.id, record.title, record.status.key, record.date.iso) == (
        "ADR-0007",
        "Use REST",
        "accepted",
        "2026-01-15",
    )
    assert record.summary == "We use REST."
    assert [part.key for part in record.sections if part.key] == [
        "context",
        "decision",
        "consequences",
    ]
    assert item.adr.facts["date"].line == 3


@pytest.mark.parametrize(
    ("top", "status", "date", "deciders"),
    [
        (
            "---\nstatus: accepted\ndate: 2026-01-15\ndecision-makers: Ann, Bo\n---\n# Use REST\n",
            "accepted",
            "2026-01-15",
            ("Ann", "Bo"),
        ),
        (
            '---\nstatus: "superseded by ADR-0009"\ndeciders: [Ann, Bo]\n---\n# Use REST\n',
            "superseded",
            None,
            ("Ann", "Bo"),
        ),
        (
            "---\nstatus: accepted\ndeciders:\n- name: Ann\n  mail: a@b.org\n- Bo\n---\n# A\n",
            "accepted",
            None,
            ("Ann", "Bo"),
        ),
        (
            "# Use REST\n\n* Status: accepted\n* Deciders: Ann, Bo\n* Date: 2026-01-15\n",
            "accepted",
            "2026-01-15",
            ("Ann", "Bo"),
        ),
        (
            "# Use REST\n\n- **Status**: Accepted\n- **Date:** 15.01.2026\n",
            "accepted",
            "2026-01-15",
            (),
        ),
        (
            "# Use REST\n\n**Status:** Accepted\n**Date:** January 15, 2026\n**Deciders:** Ann\n",
            "accepted",
            "2026-01-15",
            ("Ann",),
        ),
        (
            "# Use REST\n\n**Status:** Accepted **Date:** 2026-01-15 **Deciders:** Ann, Bo\n",
            "accepted",
            "2026-01-15",
            ("Ann", "Bo"),
        ),
        ("# Use REST\n\nStatus: Proposed\nDate: 2026/01/15\n", "proposed", "2026-01-15", ()),
        (
            "# R\n\n|  |  |\n|--|--|\n| Status | `Accepted` |\n| Date | 15/01/2026 |\n",
            "accepted",
            "2026-01-15",
            (),
        ),
        (
            "# R\n\n> |  |  |\n> |--|--|\n> | Status | Proposed |\n> | Deciders | Ann |\n",
            "proposed",
            None,
            ("Ann",),
        ),
        (
            "# R\n\n| Status | Date |\n|--|--|\n| Rejected | 15 January 2026 |\n",
            "rejected",
            "2026-01-15",
            (),
        ),
        ("# R\n\n## Status: Accepted\n\n## Date: 2026-01-15\n", "accepted", "2026-01-15", ()),
        ("# R\n\n## Status\n\n**Accepted** (May 2026)\n", "accepted", "2026-05", ()),
        ("# R\n\n## Status\n\nAccepted — 2026-02-03\n", "accepted", "2026-02-03", ()),
        ("# R\n\n## Status\n\n- [ ] Proposed\n- [x] Accepted\n", "accepted", None, ()),
        ("# R\n\n## Status\n\n~~Proposed~~ Accepted\n", "accepted", None, ()),
        ("# R\n\n## Status\n\nProposed -> Accepted\n", "accepted", None, ()),
        ("# R\n\n## Status\n\n<!-- proposed -->\n✅ Accepted\n", "accepted", None, ()),
        (
            "# R\n\n## Status\n\n![](https://img.shields.io/badge/status-accepted-green.svg)\n",
            "accepted",
            None,
            (),
        ),
        ("# R\n\n## Status\n\n![Status: Draft](x.png)\n", "draft", None, ()),
        ("# R\n\n## Status\n\nThis ADR is accepted.\n", "accepted", None, ()),
        ("# R\n\nStatus\n------\n\nDECLINED\n", "rejected", None, ()),
        ("# R\n\n## Statut\n\nProposé\n", "proposed", None, ()),
        ("# R\n\n* statut : accepté\n* décideurs : Ann\n", "accepted", None, ("Ann",)),
        ("# R\n\n## Estado\n\nAceptada\n\n## Fecha\n\n15.01.2026\n", "accepted", "2026-01-15", ()),
        ("# R\n\n## ステータス\n\n承認済み\n", "accepted", None, ()),
        ("# R\n\n## Status\n\nAkzeptiert\n\nDatum: 15.01.2026\n", "accepted", "2026-01-15", ()),
        ("# R\n\nText.\n\n# Context\n\nX.\n\n# Status\n\nAPPROVED\n", "accepted", None, ()),
        ("# R\n\n## Context\n\nX.\n\n## Decision\n\nY.\n\n**Status:** Draft\n", "draft", None, ()),
        ("# R\n\n## Context\n\nX.\n", None, None, ()),
        (
            "# R\n\n- Status: accepted\n- Deciders: [Ann](@ann), [Bo](@bo)\n",
            "accepted",
            None,
            ("Ann", "Bo"),
        ),
        (
            "# R\n\n- Deciders:\n  - Ann\n  - Bo\n- Status: accepted\n",
            "accepted",
            None,
            ("Ann", "Bo"),
        ),
    ],
)
def test_places_of_facts(top: str, status: Any, date: Any, deciders: Any) -> None:
    record = read(top).record
    assert (record.status.key if record.status else None) == status
    assert (record.date.iso if record.date else None) == date
    assert record.deciders == deciders


REST = """\
.. _use-rest:

=========
Use REST
=========

:Status: Accepted
:Date: 2026-01-15
:Deciders: Ann, Bo

Context
=======

X.

Decision
========

We use REST.
"""


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (REST, "accepted"),
        (
            "7. Use REST\n###########\n\nStatus\n******\n\n**Draft**\n\nContext\n*******\n\nX.\n",
            "draft",
        ),
        (
            (
                "Use REST\n========\n\n.. list-table::\n   :widths: 1 3\n\n   * - Status\n"
                "     - Rejected\n   * - Date\n     - 2026-01-15\n"
            ),
            "rejected",
        ),
        (
            "Use REST\n========\n\n+--+--+\n|Status|Accepted|\n+--+--+\n",
            "accepted",
        ),
        (
            "Use REST\n========\n\n======  ========\nStatus  Accepted\n======  ========\n",
            "accepted",
        ),
        ("Use REST\n========\n\n* Status: Accepted\n* Date: 2026-01-15\n", "accepted"),
        ("Use REST\n========\n\n| Status: Accepted\n| Date: 2026-01-15\n", "accepted"),
        ("Use REST\n========\n\n.. note::\n\n   Status: Deprecated\n", "deprecated"),
        (
            "Use REST\n========\n\nContext\n-------\n\n::\n\n   Status\n   ------\n\n   Draft\n",
            None,
        ),
    ],
)
def test_rest(text: str, status: Any) -> None:
    record = read(text, "0007-use-rest.rst").record
    assert record.title == "Use REST"
    assert (record.status.key if record.status else None) == status


def test_front_matter_and_heading_disagree() -> None:
    item = read("---\nstatus: rejected\n---\n# R\n\n## Status\n\nAccepted\n")
    assert item.record.status.key == "rejected"
    assert [(problem.code, problem.line) for problem in item.adr.problems] == [(Code.CONFLICT, 6)]


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("We accepted this on 5 May 2021 after a long review.", "accepted"),
        ("We have rejected this.", "rejected"),
        ("Replaced in part by ADR-0001.", "accepted"),
        ("We have not accepted this.", ""),
    ],
)
def test_a_status_told_in_a_sentence(said: str, key: str) -> None:
    item = beside(f"# A\n\n## Status\n\n{said}\n\n## Context\n\nx\n", "0001-a.md")
    assert item.record.status.key == key
