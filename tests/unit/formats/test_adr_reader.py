"""Decision records as people write them: each form, each place of a fact, each odd thing."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinx_archdoc import kinds
from sphinx_archdoc.formats.adr_folder import read_folder
from sphinx_archdoc.formats.adr_record import values_of
from sphinx_archdoc.model.codes import Code

ADR = kinds.load()["adr"]


def read(text: str, path: str = "0007-use-rest.md", **others: str) -> Any:
    files = {path: text.encode(), **{name: body.encode() for name, body in others.items()}}
    folder = read_folder(files, ADR)
    found = [item for item in folder.adopted if item.path == path]
    assert found, folder.skipped
    return found[0]


def beside(text: str, *paths: str, path: str = "0007-use-rest.md") -> Any:
    """Read a record that stands beside others."""
    others = dict.fromkeys(paths, "# Another\n\n## Status\n\nAccepted\n\n## Decision\n\nX.\n")
    return read(text, path, **others)


def refs(item: Any, field: str) -> list[str]:
    return [str(ref) for ref in getattr(item.record, field)]


NYGARD = """\
# 7. Use REST

Date: 2026-01-15

## Status

Accepted

## Context

Clients differ.

## Decision

We use REST. It is known.

## Consequences

None.
"""


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


@pytest.mark.parametrize(
    "heading",
    [
        "7. Use REST",
        "0007 Use REST",
        "0007: Use REST",
        "ADR-7: Use REST",
        "ADR 7 – Use REST",
        "[ADR-7] - Use REST",
        "[ADR007] - Use REST",
        "ADR: Use REST",
        "ADR-nnn: Use REST",
        "Architecture Decision Record: Use REST",
        "ADR-0007 Use REST",
        "ADR #7: Use REST",
        "Architecture Decision Record 7: Use REST",
        "*Use REST*",
        "7 - Use REST",
    ],
)
def test_titles(heading: str) -> None:
    item = read(f"# {heading}\n\n## Status\n\nAccepted\n")
    assert item.record.title == "Use REST"
    assert not [problem for problem in item.adr.problems if problem.code is Code.NUMBER]


@pytest.mark.parametrize(
    ("text", "title", "where"),
    [
        ("## Status\n\nAccepted\n", "Use rest", "file name"),
        ("---\ntitle: Use REST now\n---\n## Status\n\nAccepted\n", "Use REST now", "front matter"),
        ("Use REST here\n\n## Status\n\nAccepted\n", "Use REST here", "line"),
        ("# Title: Use REST\n\n# Status\n\nAccepted\n", "Title: Use REST", "heading"),
        ("# 3D printers\n\n## Status\n\nAccepted\n", "3D printers", "heading"),
    ],
)
def test_titles_from_elsewhere(text: str, title: str, where: str) -> None:
    item = read(text)
    assert (item.record.title, item.adr.title.where) == (title, where)


def test_number_of_title_and_file_differ() -> None:
    item = read("# 8. Use REST\n\n## Status\n\nAccepted\n")
    assert item.record.id == "ADR-0007"
    assert [problem.code for problem in item.adr.problems] == [Code.NUMBER]


@pytest.mark.parametrize(
    ("path", "id_", "date"),
    [
        ("0007-use-rest.md", "ADR-0007", None),
        ("007_use_rest.md", "ADR-007", None),
        ("ADR-0007-use-rest.md", "ADR-0007", None),
        ("adr-007-use-rest.md", "ADR-007", None),
        ("adr_0007.md", "ADR-0007", None),
        ("ADR0007.md", "ADR-0007", None),
        ("SHOP-Api-0007-use-rest.md", "SHOP-Api-0007", None),
        ("0007-use-rest/README.md", "ADR-0007", None),
        ("0007-use-rest.md.md", "ADR-0007", None),
        ("20260115-use-rest.md", "20260115-use-rest", "2026-01-15"),
        ("2026-01-15-use-rest.md", "2026-01-15-use-rest", "2026-01-15"),
        ("use-rest.md", "use-rest", None),
        ("adr-use-rest.md", "adr-use-rest", None),
        ("adr/use-http2-everywhere.md", "use-http2-everywhere", None),
        ("use-rest/README.md", "use-rest", None),
    ],
)
def test_identity(path: str, id_: str, date: Any) -> None:
    record = read("# Use REST\n\n## Status\n\nAccepted\n\n## Decision\n\nX.\n", path).record
    assert record.id == id_
    assert (record.date.iso if record.date else None) == date


def test_numbers_that_repeat_are_records_of_their_own() -> None:
    text = b"# Use REST\n\n## Status\n\nAccepted\n"
    paths = ["a/0001-x.md", "a/0001-y.md", "b/0001-x.md", "b/001-x.md", "b/0002-z.md"]
    ids = {
        item.path: item.record.id for item in read_folder(dict.fromkeys(paths, text), ADR).adopted
    }
    assert len(set(ids.values())) == len(paths)
    assert ids["a/0001-y.md"] == "ADR-0001-y"
    assert (ids["b/001-x.md"], ids["b/0002-z.md"]) == ("ADR-001", "ADR-0002")


@pytest.mark.parametrize(
    ("path", "text", "why"),
    [
        ("README.md", "# Decisions\n", "index"),
        ("adr/index.rst", "Decisions\n=========\n", "index"),
        ("template.md", NYGARD, "template"),
        ("0000-template.md", NYGARD, "template"),
        ("adr-template-de.md", NYGARD, "template"),
        ("ADR_template.md", NYGARD, "template"),
        ("ADR-nnn_Any_Decision_Record_Template.md", NYGARD, "template"),
        ("AGENTS.md", "# Agents\n", "name"),
        ("0009-x.adoc", "= X\n", "not read"),
        ("0009-new.md", "---\nstatus: '{proposed | rejected | accepted}'\n---\n# X\n", "status"),
        ("0009-new.md", "# X\n\n* Status: [proposed | rejected | accepted]\n", "status"),
        ("0009-new.md", "# [short title of solved problem and solution]\n\n## Context\n", "title"),
        ("0009-new.md", "# {short title}\n\n## Status\n\nAccepted\n", "title"),
        ("0009-new.md", "# X\n\nDate: YYYY-MM-DD\n\n## Context\n", "date"),
        ("notes.md", "# Notes\n\nSome text.\n", "neither"),
        ("0009-empty.md", "", "empty"),
    ],
)
def test_what_is_no_record(path: str, text: str, why: str) -> None:
    folder = read_folder({path: text.encode()}, ADR)
    assert not folder.adopted
    assert why in folder.skipped[0].why


@pytest.mark.parametrize(
    "path", ["014-project-templates.md", "0003-index-orders.md", "0002-log.md"]
)
def test_names_that_only_resemble(path: str) -> None:
    assert read(NYGARD.replace("7. ", ""), path)


A, B = "0003-use-soap.md", "0004-use-corba.md"


@pytest.mark.parametrize(
    ("said", "field", "wanted"),
    [
        ("Superceded by [3. Use SOAP](0003-use-soap.md)", "superseded_by", ["ADR-0003"]),
        ("Superseded by ADR-3", "superseded_by", ["ADR-0003"]),
        ("Superseded by #3 and 0004", "superseded_by", ["ADR-0003", "ADR-0004"]),
        ("Accepted\n\nSupercedes [3. Use SOAP](0003-use-soap.md)", "supersedes", ["ADR-0003"]),
        ("Accepted\n\nSupersedes:\n\n- ADR-3\n- ADR-4", "supersedes", ["ADR-0003", "ADR-0004"]),
        (
            "Accepted, but rule 2 is replaced by [ADR-3](0003-use-soap.md)",
            "superseded_by",
            ["ADR-0003 (rule 2)"],
        ),
        ("Partially superseded by ADR-3", "superseded_by", ["ADR-0003 (Partially)"]),
        ("Accepted. Amended by [ADR-4](./0004-use-corba.md#x).", "amended_by", ["ADR-0004"]),
        ("Accepted\n\nAmends [3. Use SOAP](0003-use-soap.md)", "amends", ["ADR-0003"]),
        ("Accepted\n\nClarifies ADR 0003", "amends", ["ADR-0003"]),
        ("Accepted, depends on ADR-3.", "depends_on", ["ADR-0003"]),
        ("Accepted. This is not superseded by ADR-3.", "superseded_by", []),
        ("Superseded by ADR-99", "superseded_by", ["ADR-99"]),
        ("Ersetzt durch [ADR-3](0003-use-soap.md)", "superseded_by", ["ADR-0003"]),
        ("Superseded by [the guide](https://example.org/guide)", "superseded_by", []),
        ("Deprecated by [3](../adr/0003-use-soap.html)", "superseded_by", ["ADR-0003"]),
    ],
)
def test_relations_in_a_status(said: str, field: str, wanted: list[str]) -> None:
    item = beside(f"# Use REST\n\n## Status\n\n{said}\n\n## Context\n\nX.\n", A, B)
    assert refs(item, field) == wanted
    assert {ref for name in ("supersedes", "superseded_by", "amends", "amended_by", "depends_on")
            for ref in refs(item, name)} == set(wanted)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "field", "wanted"),
    [
        ('---\nsuperseded_by: ["0003"]\n---\n# R\n', "superseded_by", ["ADR-0003"]),
        (
            "---\nsupersedes: [ADR-3, ADR-4 (clause 2)]\n---\n# R\n",
            "supersedes",
            ["ADR-0003", "ADR-0004 (clause 2)"],
        ),
        ("---\nsupersedes: DEC-9\n---\n# R\n", "supersedes", ["DEC-9"]),
        ("# R\n\n- Supersedes: [ADR-3](0003-use-soap.md)\n", "supersedes", ["ADR-0003"]),
        ("# R\n\n- Supersedes: N/A\n", "supersedes", []),
        ("# R\n\n**Superseded by:** –\n", "superseded_by", []),
        ("# R\n\n|  |  |\n|--|--|\n| Superseded by | ADR-3 |\n", "superseded_by", ["ADR-0003"]),
        (
            "# R\n\n## Decision\n\nX.\n\n## Links\n\n* Refines [ADR-3](0003-use-soap.md)\n",
            "amends",
            ["ADR-0003"],
        ),
        (
            "# R\n\n## Decision\n\nX.\n\n## Links\n\n* [ADR-3](0003-use-soap.md)\n",
            "relates_to",
            ["ADR-0003"],
        ),
        (
            "# R\n\n## Related decisions\n\n- ADR-3\n- [code](../src/x.py)\n",
            "relates_to",
            ["ADR-0003"],
        ),
        (
            "# R\n\nNote: supersedes some aspects of [3](0003-use-soap.md)\n\n## Decision\n\nX.\n",
            "supersedes",
            ["ADR-0003 (some aspects)"],
        ),
        ("# R\n\n## Decision\n\nThis replaces ADR-3 in spirit.\n", "supersedes", []),
        (
            "# R\n\n## Supersedes\n\n- [3](0003-use-soap.md)\n- 0004\n",
            "supersedes",
            ["ADR-0003", "ADR-0004"],
        ),
    ],
)
def test_relations_elsewhere(text: str, field: str, wanted: list[str]) -> None:
    assert refs(beside(text, A, B), field) == wanted


@pytest.mark.parametrize(
    "said",
    [
        "Superseded by :doc:`0003-use-soap`",
        "Superseded by :doc:`SOAP <0003-use-soap>`.",
        "Superseded by `SOAP <0003-use-soap.rst>`_",
        "Superseded by `ADR 3`_.\n\n.. _ADR 3: 0003-use-soap.html",
        "Superseded by :ref:`soap`",
        "Superseded by ADR-3",
    ],
)
def test_relations_in_rest(said: str) -> None:
    text = f"Use REST\n========\n\nStatus\n------\n\n{said}\n\nContext\n-------\n\nX.\n"
    other = ".. _soap:\n\nUse SOAP\n========\n\nStatus\n------\n\nAccepted\n"
    item = read(text, "0007-use-rest.rst", **{"0003-use-soap.rst": other})
    assert refs(item, "superseded_by") == ["ADR-0003"]


def test_a_number_that_fits_two_records_is_ambiguous() -> None:
    item = beside("# R\n\n## Status\n\nSuperseded by ADR-3\n", A, "0003-use-thrift.md")
    assert refs(item, "superseded_by") == []
    assert [problem.code for problem in values_of(item.adr, ADR)[1]] == [Code.AMBIGUOUS]


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("2026-02-30", "date: '2026-02-30' is no date; write it as 2026-01-20"),
        ("2026-99-01 10:00", "date: '2026-99-01 10:00' is no date; write it as 2026-01-20"),
        ("05/06/2026", "the date '05/06/2026' can be read in two ways; write 2026-01-20"),
        ("soon", ""),
        ("{YYYY-MM-DD when it was decided}", ""),
        ("2026-02-28", ""),
    ],
)
def test_a_day_that_is_none_is_kept_and_reported(said: str, message: str) -> None:
    item = read(f"---\nstatus: accepted\ndate: {said}\n---\n# Use REST\n\n## Decision\n\nYes.\n")
    values, problems = values_of(item.adr, ADR)
    assert [(problem.message, problem.line) for problem in problems] == [(message, 3)] * bool(
        message
    )
    assert ("date" in values) == (said[0].isdigit())
    if message:
        assert values["date"].text == said


@pytest.mark.parametrize(
    ("line", "said", "reported"),
    [
        ("Date: 2026-02-30", "2026-02-30", True),
        ("* Date: 31.02.2026", "31.02.2026", True),
        ("Date: 2026", "", False),
        ("Date: 2026-02-28", "2026-02-28", False),
    ],
)
def test_a_line_with_a_day_that_is_none_is_kept_and_reported(
    line: str, said: str, *, reported: bool
) -> None:
    item = read(f"# 1. Use REST\n\n{line}\n\n## Status\n\nAccepted\n\n## Decision\n\nYes.\n")
    values, problems = values_of(item.adr, ADR)
    assert getattr(values.get("date"), "text", "") == said
    lines = [problem.line for problem in problems if problem.code == Code.DATE]
    assert lines == ([3] if reported else [])


def test_front_matter_and_heading_disagree() -> None:
    item = read("---\nstatus: rejected\n---\n# R\n\n## Status\n\nAccepted\n")
    assert item.record.status.key == "rejected"
    assert [(problem.code, problem.line) for problem in item.adr.problems] == [(Code.CONFLICT, 6)]


@pytest.mark.parametrize(
    "data",
    [
        b"---\nstatus: accepted\ntags: [a, b\ndate: 2026-01-15\n---\n# R\n",
        NYGARD.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + NYGARD.encode(),
        NYGARD.encode("utf-16"),
        NYGARD.replace("Clients differ.", "Stra\xdfe").encode("latin-1"),
        b"<div>\n<b>R</b>\n</div>\n\n## Status\n\nAccepted\n\nDate: 2026-01-15\n",
        b"# R\n\n<table><tr><td>x</td></tr></table>\n\n* Status: accepted\n* Date: 2026-01-15\n",
    ],
)
def test_odd_bytes_and_broken_parts(data: bytes) -> None:
    folder = read_folder({"0007-use-rest.md": data, "0001-good.md": NYGARD.encode()}, ADR)
    good, odd = folder.adopted
    assert (good.record.status.key, odd.record.status.key) == ("accepted", "accepted")
    assert odd.record.date.iso == "2026-01-15"


def test_the_same_number_five_times() -> None:
    files = {f"0001-choice-{letter}.md": NYGARD.encode() for letter in "abcde"}
    ids = [item.record.id for item in read_folder(files, ADR).adopted]
    assert ids == [f"ADR-0001-choice-{letter}" for letter in "abcde"]


_ODD = st.text(
    alphabet=st.sampled_from(list("#*-_|:>[](){}`<>!~=+.\n  \t0123456789ABRDStausdraft\\'\"—é✅")),
    max_size=120,
)


@given(_ODD, st.sampled_from(["0007-x.md", "0007-x.rst", "x.md"]))
@settings(max_examples=150, deadline=None)
def test_no_text_raises(text: str, path: str) -> None:
    wrapped = f"# R\n\n{text}\n\n## Status\n\n{text}\n"
    for tried in (text, wrapped, f"---\n{text}\n---\n{text}"):
        folder = read_folder({path: tried.encode(), "0001-good.md": NYGARD.encode()}, ADR)
        assert folder.adopted[0].record.title == "Use REST"
        assert len(folder.adopted) + len(folder.skipped) == 2


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("# A\n\n## Status\n\nSuperseded by ADR-0007\n", "superseded_by"),
        ("---\nstatus: accepted\nsupersedes: [ADR-0007]\n---\n# A\n", "supersedes"),
        ("# A\n\n* Status: superseded by [A](0007-use-rest.md)\n", "superseded_by"),
        ("# A\n\n## Decision\n\nSupersedes ADR-7.\n", "supersedes"),
    ],
)
def test_a_decision_that_names_itself_is_read_so(text: str, field: str) -> None:
    assert refs(read(text), field) == ["ADR-0007"]


def test_prose_that_speaks_of_its_own_number_is_no_link_to_itself() -> None:
    item = beside("# A\n\nADR-0003 is superseded by ADR-0007.\n", "0003-b.md")
    assert refs(item, "superseded_by") == []


def test_a_line_at_the_top_that_says_what_replaced_a_part() -> None:
    text = "# A\n\nReplaced in part by ADR-0001 and ADR-0002.\n\n## Context\n\nx\n"
    item = beside(text, "0001-a.md", "0002-b.md")
    assert refs(item, "superseded_by") == ["ADR-0001 (in part)", "ADR-0002 (in part)"]


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
