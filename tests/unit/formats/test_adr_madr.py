"""A decision written as MADR 4 and read back is the same decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from adr_help import read
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sphinx_archdoc import kinds
from sphinx_archdoc.formats.adr_folder import read_folder
from sphinx_archdoc.formats.adr_madr import as_madr

if TYPE_CHECKING:
    from collections.abc import Mapping

ADR = kinds.load()["adr"]

#: Words with what YAML and Markdown give a meaning.
WORDS = st.lists(
    st.sampled_from(
        ["orders", "Öl", "a:b", "#7", "yes", "null", "- x", "'q'", '"Q"', "`code`", "1.0", "{x}",
         "[y]", "&amp;", "*bold*", "x_y_z", "100%", "|", "@ann", "日本", "C++", "a, b", "!", "\\n"]
    ),
    min_size=1,
    max_size=4,
).map(" ".join)  # fmt: skip
NAMES = st.sampled_from(["Ann", "Bo O'Neil", "Çelik, Inc", "@cy", "[Di](@di)", "E: Team", "Zoë #1"])
STATUS = st.sampled_from(
    ["accepted", "Accepted (2026-01-20)", "Superseded by ADR-0003", "proposed -> accepted",
     "**Rejected** - too dear", "gilt: ja", "On hold", "Partially superseded by ADR-0002", ""]
)  # fmt: skip
DATE = st.sampled_from(["2026-01-20", "20 Jan 2026", "05/06/2026", "2026", "January 2026", ""])
LINK = st.sampled_from(
    ["Supersedes ADR-0002 (clause 2)", "Amends [three](0003-other.md)", "Depends on ADR-0099",
     "Clarified by ADR-0002", "Relates to ADR-0003", "See also 0002", ""]
)  # fmt: skip
SECTIONS = st.lists(
    st.tuples(st.sampled_from(["Context", "Decision", "Consequences", "Options", "Links", "Notes"]),
              WORDS),
    max_size=5,
)  # fmt: skip
OTHERS = {
    "0002-other.md": b"# 2. Other\n\n## Status\n\nAccepted\n\n## Decision\n\nX.\n",
    "0003-other.md": b"# 3. Third\n\n## Status\n\nAccepted\n\n## Decision\n\nX.\n",
}


@st.composite
def records(draw: st.DrawFn) -> str:
    title, status, date, link = draw(WORDS), draw(STATUS), draw(DATE), draw(LINK)
    people = ", ".join(draw(st.lists(NAMES, max_size=3)))
    body = "".join(f"\n## {name}\n\n{text}\n" for name, text in draw(SECTIONS))
    form = draw(st.sampled_from(["heading", "list", "line", "table"]))
    facts = [("Status", status), ("Date", date), ("Deciders", people)]
    if form == "heading":
        head = f"Date: {date}\n\n## Status\n\n{status}\n\n{link}\n"
    elif form == "list":
        head = "\n".join(f"* {name}: {text}" for name, text in facts) + f"\n* {link}\n"
    elif form == "line":
        head = "  \n".join(f"**{name}:** {text}" for name, text in facts) + "\n"
    else:
        rows = "\n".join(f"| {name} | {text} |" for name, text in facts)
        head = f"| | |\n|---|---|\n{rows}\n\n{link}\n"
    return f"# 1. {title}\n\n{head}{body}\n## Decision Outcome\n\nDone.\n"


def held(files: Mapping[str, bytes]) -> Any:
    found = read_folder({**OTHERS, **files}, ADR)
    return next(item for item in found.adopted if item.path == "0001-first.md")


@given(records())
@example("# 1. Orders\n\n## Status\n\nSupersedes ADR-0002 (clause 2)\n")
@settings(max_examples=300, deadline=None)
def test_a_round_trip_loses_nothing(text: str) -> None:
    before = held({"0001-first.md": text.encode()})
    made = as_madr(before.adr, before.record, ADR, text).text
    after = held({"0001-first.md": made.encode()})
    for spec in ADR.fields:
        old, new = getattr(before.record, spec.name), getattr(after.record, spec.name)
        assert getattr(new, "key", new) == getattr(old, "key", old), (spec.name, made)
    assert after.record.title == before.record.title, made
    assert after.record.summary == before.record.summary, made
    assert [part.key for part in after.record.sections] == [
        part.key for part in before.record.sections
    ], made


def test_a_page_that_a_directive_makes_a_decision() -> None:
    page = """Tests each year
===============

.. adr::
   :status: proposed
   :date: 2026-11-01
   :supersedes: ADR-0002

Decision
--------

Each spring.
"""
    item = read(page, "tests-each-year.rst", **{"0002-x.md": "# 2. X\n\n## Status\n\nAccepted\n"})
    record = item.record
    assert (record.status.key, record.date.iso) == ("proposed", "2026-11-01")
    assert [ref.id for ref in record.supersedes] == ["ADR-0002"]
    where = {name: (fact.where, fact.line) for name, fact in item.adr.facts.items()}
    assert where["status"] == ("directive", 5)
    made = as_madr(item.adr, record, ADR, page)
    assert made.kept == 0
    assert made.text.endswith("# Tests each year\n\n## Decision Outcome\n\nEach spring.\n")
