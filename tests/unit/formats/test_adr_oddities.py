"""Decision records that are damaged: dates that are none, odd bytes, any text."""

from __future__ import annotations

import pytest
from adr_help import ADR, NYGARD, read
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinx_archdoc.formats.adr_folder import read_folder
from sphinx_archdoc.formats.adr_record import values_of
from sphinx_archdoc.model.codes import Code


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
