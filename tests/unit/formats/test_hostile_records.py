"""A hundred thousand letters in one line of a record: no pattern reads them again and again.

Nothing is timed: with such a pattern a case takes from minutes to days.
"""

from __future__ import annotations

import pytest
from counting import grows_linearly

from sphinx_archdoc import kinds
from sphinx_archdoc.formats.adr_folder import read_folder
from sphinx_archdoc.formats.adr_inline import plain, targets
from sphinx_archdoc.formats.adr_status import read_status
from sphinx_archdoc.formats.error_list import error_list
from sphinx_archdoc.model.section_words import ADR_SECTIONS, lookup
from sphinx_archdoc.model.words import DECISION_STATUS

MANY = 100_000
PIECES = [
    ":", "a:", "{a", "*", "_", " ", "<del>", "~~", "![", "[", "[a]", "[a](", "`", "1.", "<!-", "a ",
]  # fmt: skip


@pytest.mark.parametrize(
    ("start", "piece"),
    [
        *(("", piece) for piece in PIECES),
        ("![](", "a"),
        ("[a](", " "),
        ("[", "[a]"),
        ("[[a](", "a"),
    ],
)
def test_inline_markup(start: str, piece: str) -> None:
    text = f"[see](x.md) {start}{piece * (MANY // len(piece))}"
    assert targets(text)[0].to == "x.md"
    assert plain(text).startswith("see")


@pytest.mark.parametrize("piece", ["*", "_", " ", "a ", "1.", ":"])
def test_a_line_with_a_verb(piece: str) -> None:
    other = b"# 2. Use REST\n\n## Status\n\nAccepted\n"
    text = f"# 1. Use SOAP\n\n{piece * 30_000} supersedes ADR-2\n\n## Status\n\nAccepted\n"
    found = read_folder(
        {"adr/0001-soap.md": text.encode(), "adr/0002-rest.md": other}, kinds.load()["adr"]
    )
    assert [item.record.title for item in found.adopted] == ["Use SOAP", "Use REST"]


@pytest.mark.parametrize(
    ("label", "fields"),
    [
        ("**Supersedes:**", ["supersedes"]),
        ("* *Supersedes* :", ["supersedes"]),
        ("This is what it supersedes, with words enough for a sentence:", []),
    ],
)
def test_a_label_counts_for_the_items_below(label: str, fields: list[str]) -> None:
    other = b"# 2. Use REST\n\n## Status\n\nAccepted\n"
    text = f"# 1. Use SOAP\n\n## Status\n\nAccepted\n\n## Links\n\n{label}\n\n- ADR-2\n"
    found = read_folder(
        {"adr/0001-soap.md": text.encode(), "adr/0002-rest.md": other}, kinds.load()["adr"]
    )
    links = [link.field for link in found.adopted[0].adr.relations]
    assert links == (fields or ["relates_to"])


@pytest.mark.parametrize("item", ["- " + " " * MANY, "- " + "a" * MANY, "- a" + " " * MANY + "→"])
def test_items_of_a_list_of_errors(item: str) -> None:
    assert error_list(["**Errors:**", item], set()) == (set(), [])


def test_labels_without_errors() -> None:
    assert error_list(["**Errors:**"] * 20_000, set()) == (set(), [])
    grows_linearly(lambda many: lambda: error_list(["**Errors:**"] * many, set()), 200)


@pytest.mark.parametrize("piece", ["a ", " ", "(a ", ", ", "x / ", "[x] "])
def test_a_status(piece: str) -> None:
    status = read_status(f"Nope ( {piece * (MANY // len(piece))}", DECISION_STATUS)
    assert status is not None
    assert status.sure == "unknown"


@pytest.mark.parametrize("piece", ["1", "1.", " ", "("])
def test_headings(piece: str) -> None:
    assert lookup(f"{piece * MANY}x", ADR_SECTIONS) == ""


@pytest.mark.parametrize(
    "part", ["# a", "## a", "a", "- a", "**Status:**", "**Links:**\n\n- ADR-2"]
)
def test_a_record_of_many_parts(part: str) -> None:
    adr = kinds.load()["adr"]
    grows_linearly(
        lambda many: lambda: read_folder({"0001-a.md": f"{part}\n\n".encode() * many}, adr), 200
    )
