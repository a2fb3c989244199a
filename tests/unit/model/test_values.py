from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.model.values import (
    MAX_ID,
    Ref,
    clean,
    is_id,
    is_nothing,
    read_flag,
    read_refs,
    split_list,
)

IDS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,12}", fullmatch=True)


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("ADR-0002", True),
        ("shop.api", True),
        ("7", True),
        ("a_b-c.d", True),
        ("", False),
        ("-a", False),
        (".a", False),
        ("a b", False),
        ("a/b", False),
        ("ä", False),
        ("a\n", False),
        ("a" * MAX_ID, True),
        ("a" * (MAX_ID + 1), False),
    ],
)
def test_ids(text: str, good: bool) -> None:
    assert is_id(text) is good


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("", []),
        ("a, b;c\nd", ["a", "b", "c", "d"]),
        ("a (x, y), b", ["a (x, y)", "b"]),
        ("a (x\n  y), b", ["a (x y)", "b"]),
        ("[a, b]", ["a", "b"]),
        ("[a](x.md), [b](y.md)", ["[a](x.md)", "[b](y.md)"]),
        ("[a], [b]", ["[a]", "[b]"]),
        ("[[a, b], c]", ["[a, b]", "c"]),
        ('["a", "b, c", 3, null]', ["a", "b, c", "3"]),
        ("- a\n- b", ["a", "b"]),
        ("* a\n\n* b", ["a", "b"]),
        ("'a', \"b\"", ["a", "b"]),
        ("the boys', O'Hara", ["the boys'", "O'Hara"]),
        ("a (b, c", ["a (b", "c"]),
        ("a) b, c", ["a) b", "c"]),
        ("(a], b)", ["(a], b)"]),
        ("none, N/A, –, a", ["a"]),
        ("[" * 3000, ["[" * 3000]),
        ("[" * 3000 + "]" * 3000, ["[" * 2999 + "]" * 2999]),
    ],
)
def test_lists(text: str, items: list[str]) -> None:
    assert split_list(text) == items


@given(st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8)))
def test_lists_come_back_from_each_notation(items: list[str]) -> None:
    wanted = [item for item in items if not is_nothing(item)]
    for text in (", ".join(items), "\n".join(f"- {item}" for item in items), json.dumps(items)):
        assert split_list(text) == wanted


@given(st.text())
def test_lists_never_raise_nor_hold_nothing(text: str) -> None:
    assert not any(is_nothing(item) for item in split_list(text))


@pytest.mark.parametrize(
    ("text", "refs", "bad"),
    [
        ("ADR-7", [Ref("ADR-7")], []),
        ("ADR-7 (clause 2), shop.db", [Ref("ADR-7", "clause 2"), Ref("shop.db")], []),
        ("ADR-7(clause 2)", [Ref("ADR-7", "clause 2")], []),
        ("ADR-7 (clause 2 (b), 3)", [Ref("ADR-7", "clause 2 (b), 3")], []),
        ("ADR-7: Use PostgreSQL", [Ref("ADR-7")], []),
        ("ADR-7 – Use it (now)", [Ref("ADR-7")], []),
        ("ADR-7 - Use it", [Ref("ADR-7")], []),
        ("ADR-7 Use PostgreSQL", [Ref("ADR-7")], []),
        ("ADR-7 ADR-8, R-1", [Ref("ADR-7"), Ref("ADR-8"), Ref("R-1")], []),
        ("ADR-7 ADR-8 too", [Ref("ADR-7")], []),
        ("shop.api: the API", [Ref("shop.api")], []),
        ("Use PostgreSQL <ADR-7>", [Ref("ADR-7")], []),
        ("[ADR-7](adr/0007-x.md)", [Ref("ADR-7")], []),
        ("[ADR-7] (clause 2)", [Ref("ADR-7", "clause 2")], []),
        ("``ADR-7`` (clause 2)", [Ref("ADR-7", "clause 2")], []),
        ("shop api", [], ["shop api"]),
        ("a/b, c", [Ref("c")], ["a/b"]),
        ("Use it: now", [], ["Use it: now"]),
        ("none", [], []),
    ],
)
def test_references(text: str, refs: list[Ref], bad: list[str]) -> None:
    assert read_refs(text) == (tuple(refs), bad)


@given(st.text())
def test_references_never_raise(text: str) -> None:
    refs, _bad = read_refs(text)
    assert all(is_id(ref.id) for ref in refs)


@given(st.lists(st.tuples(IDS, st.sampled_from(["", "part 2", "a, b"]))))
def test_references_come_back(pairs: Any) -> None:
    refs = tuple(Ref(*pair) for pair in pairs if not is_nothing(pair[0]))
    assert read_refs(", ".join(map(str, refs))) == (refs, [])


@pytest.mark.parametrize(
    ("text", "value"),
    [("", True), ("Yes", True), (" x ", True), ("no", False), ("❌", False), ("maybe", None)],
)
def test_flags(text: str, value: Any) -> None:
    assert read_flag(text) is value


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\x00b", "ab"),
        ("a\u202eb", "ab"),
        ("a\ud800b", "ab"),
        ("a\u2028b", "a\nb"),
        ("a\tb\n", "a\tb\n"),
        ("ä👍", "ä👍"),
    ],
)
def test_control_characters_go(text: str, cleaned: str) -> None:
    assert clean(text) == (cleaned, cleaned != text)


@given(st.text(st.characters(codec=None)))
def test_clean_text_stays_clean(text: str) -> None:
    cleaned, _ = clean(text)
    assert clean(cleaned) == (cleaned, False)
    cleaned.encode()


@pytest.mark.parametrize("item", ["`" * 20000, "[a" * 20000, "A" * 501, f"[ADR-1]({'x' * 500})"])
def test_an_item_that_is_too_long_is_no_reference(item: str) -> None:
    assert read_refs(f"ADR-1, {item}") == ((Ref("ADR-1"),), [item])
