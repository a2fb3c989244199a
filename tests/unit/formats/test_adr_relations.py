"""Relations in decision records: as status, field, link, heading or sentence."""

from __future__ import annotations

from typing import Any

import pytest
from adr_help import ADR, beside, read

from sphinx_archdoc.formats.adr_record import values_of
from sphinx_archdoc.model.codes import Code


def refs(item: Any, field: str) -> list[str]:
    return [str(ref) for ref in getattr(item.record, field)]


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
