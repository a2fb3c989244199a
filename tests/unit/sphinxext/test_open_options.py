"""Options as authors write them in reST and MyST."""

from __future__ import annotations

import json

import pytest
from counting import calls, grows_linearly
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.sphinxext.open_options import OpenOptions, Taken, is_option, take_options


def taken(text: str) -> Taken:
    """Return what is taken, but for the lines, which have tests of their own."""
    return take_options(text.split("\n"))._replace(at={})


@pytest.mark.parametrize(
    ("text", "options", "lines"),
    [
        # reST and MyST, with and without text below
        (":id: ADR-1\n:status: accepted", {"id": "ADR-1", "status": "accepted"}, 2),
        (":id: ADR-1\n\nText.", {"id": "ADR-1"}, 1),
        (":id: ADR-1\nText at once.", {"id": "ADR-1"}, 1),
        ("\n\n:id: ADR-1\n\nText.", {"id": "ADR-1"}, 3),
        (":external:\n:id:  x  ", {"external": "", "id": "x"}, 2),
        (":external:   \n", {"external": ""}, 1),
        (":superseded-by: ADR-2\n:depends_on: a", {"superseded-by": "ADR-2", "depends_on": "a"}, 2),
        (":Decided by: Ana", {"Decided by": "Ana"}, 1),
        (":id:\tADR-1", {"id": "ADR-1"}, 1),
        # values that look like markup
        (":filter: a = ':b: c'", {"filter": "a = ':b: c'"}, 1),
        (":title: A: b: c", {"title": "A: b: c"}, 1),
        (':title: "Quoted"\n:x: \'so\'', {"title": "Quoted", "x": "so"}, 2),
        (":a: \"\n:b: 'x\"\n:c: ''", {"a": '"', "b": "'x\"", "c": ""}, 3),
        # continuation lines
        (":title: One\n   two\n\tthree\n:id: x", {"title": "One\ntwo\nthree", "id": "x"}, 4),
        (":title:\n   One\n   :not: an option\n", {"title": "One\n:not: an option"}, 3),
        (":title: One\n\n   a quote", {"title": "One"}, 1),
        # not options
        ("Text.\n:id: x", {}, 0),
        ("   :id: x", {}, 0),
        (":adr:`ADR-1` is a role", {}, 0),
        (":id:x", {}, 0),
        (":: x", {}, 0),
        (":1: x", {}, 0),
        (":a b", {}, 0),
        (":id: x\n:adr:`ADR-1` is text", {"id": "x"}, 1),
        ("", {}, 0),
        ("\n \n", {}, 0),
        ("|\n:id: x", {}, 0),
        # a block between dashes
        ("---\nid: ADR-1\nstatus: new\n---\n\nText.", {"id": "ADR-1", "status": "new"}, 4),
        ("\n---\nid: ADR-1\n---", {"id": "ADR-1"}, 4),
        ("--- \nid: ADR-1\n  ---", {"id": "ADR-1"}, 3),
        ("---\ntags: [a, b]\nx:\n- shop\n- crm\n---", {"tags": "a, b", "x": "shop, crm"}, 6),
        ("---\nempty:\ndate: 2026-01-20\n---", {"empty": "", "date": "2026-01-20"}, 4),
        ("---\ntitle: >\n  One\n  two\n---", {"title": "One two"}, 5),
        ("---\n---\nText.", {}, 2),
        ("---\n# nothing\n---\nText.", {}, 3),
        ("----\nid: x\n----", {}, 0),
        (":id: x\n---\nstatus: y\n---", {"id": "x"}, 1),
    ],
)  # fmt: skip
def test_what_is_taken(text: str, options: dict[str, str], lines: int) -> None:
    assert taken(text) == Taken(options, lines)


def test_a_block_that_does_not_end_is_told() -> None:
    assert taken("---\nid: x") == Taken({}, 0, fault="there is no line --- below them")


@pytest.mark.parametrize(
    ("text", "options", "unclosed"),
    [
        (":id A-1\n:status: new", {"id": "A-1", "status": "new"}, ("id",)),
        (":status: new\n:id A-1\n  more\n\nText.", {"status": "new", "id": "A-1\nmore"}, ("id",)),
        (":id", {"id": ""}, ("id",)),
        (":ids A-1", {}, ()),
        (":id `A-1`", {}, ()),
        (":id:`A-1`", {}, ()),
        ("id A-1", {}, ()),
    ],
)
def test_an_option_without_its_second_colon_is_read(
    text: str, options: dict[str, str], unclosed: tuple[str, ...]
) -> None:
    found = take_options(text.split("\n"), ("id", "status"))
    assert (found.options, found.unclosed) == (options, unclosed)
    assert is_option(text.split("\n", maxsplit=1)[0], ("id", "status")) is bool(options)
    assert take_options(text.split("\n")).unclosed == ()  # only of names that are known


def test_repeated_options_are_named_and_the_last_counts() -> None:
    assert taken(":id: a\n:x: 1\n:id: b\n:id: c") == Taken({"id": "c", "x": "1"}, 4, ("id", "id"))
    assert taken(":id: a\n:id: b\n  more") == Taken({"id": "b\nmore"}, 3, ("id",))


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("just text", "no 'name: value' lines"),
        ("- a\n- b", "no 'name: value' lines"),
        ("a: [", "while parsing"),
        ("a: b: c", "mapping values are not allowed"),
        ("a:\n\tb", "character '\\t'"),
        ("a: \x07", "special characters are not allowed"),
        ("? [a]\n: b", "no 'name: value' lines"),
        ("a: *b", "aliases (*name) are not allowed"),
        ("a: {b: c}", "a value is a text or a list of texts"),
        ("[" * 1000, ""),
    ],
)
def test_a_block_that_cannot_be_read(block: str, said: str) -> None:
    found = taken(f"---\n{block}\n---\nText.")
    assert set(found.options) <= {"a"}  # what was read before the fault stays
    assert found.lines == block.count("\n") + 3
    assert said in found.fault
    assert 0 < len(found.fault) <= 200
    assert "\n" not in found.fault


def test_nothing_is_constructed() -> None:
    found = taken("---\nd: 2026-02-30\na: !!python/object/apply:os.system [echo]\n---")
    assert found.options == {"d": "2026-02-30", "a": "echo"}
    assert found.fault == ""


CHAIN = "\n".join(["k0: &k0 [x]", *(f"k{n}: &k{n} [*k{n - 1}]" for n in range(1, 2000))])


@pytest.mark.parametrize(
    "block",
    ["a: !!timestamp x", "a: !!bool x", 'a: !!int ""', f"a: 0x{'f' * 9000}", CHAIN],
    ids=["timestamp", "bool", "int", "large int", "deep by aliases"],
)  # fmt: skip
def test_a_block_that_breaks_the_reader_of_yaml(block: str) -> None:
    found = taken(f"---\n{block}\n---\nText.")
    assert found.lines == block.count("\n") + 3
    assert found.fault or set(found.options) == {"a"}


def test_aliases_do_not_multiply() -> None:
    nines = ",".join(["x"] * 9)
    lines = [f"k0: &k0 [{nines}]"]
    lines += [f"k{n}: &k{n} [{','.join([f'*k{n - 1}'] * 9)}]" for n in range(1, 5)]
    found = taken("\n".join(["---", *lines, "---"]))
    assert sum(map(len, found.options.values())) < 20_000


@pytest.mark.parametrize("text", ["0012", "1.10", "1_000", "yes", "12:30"])
def test_values_of_a_block_stay_as_written(text: str) -> None:
    assert taken(f"---\nid: {text}\n---").options == {"id": text}


def test_is_option() -> None:
    assert is_option(":id: x")
    assert is_option("   :id: x")
    assert is_option(":flag:")
    assert not is_option(":adr:`x`")
    assert not is_option("id: x")
    assert not is_option("")


def test_the_specification_names_options_and_counts_as_none() -> None:
    spec = OpenOptions(["id", "status"])
    assert not spec
    assert list(spec) == ["id", "status"]
    assert spec["id"]("x") == "x"


NAMES = st.from_regex(r"[A-Za-z][A-Za-z0-9_-]{0,8}", fullmatch=True)
VALUES = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=20).map(str.strip)
LINES = st.one_of(
    st.text(max_size=20),
    st.sampled_from(["", " ", "---", ":a: b", ":a:", "  more", "a: b", "- a", "a: [", "?"]),
    st.builds(":{}: {}".format, NAMES, VALUES),
    st.builds("{}: {}".format, NAMES, VALUES),
)  # fmt: skip


@given(st.lists(LINES, max_size=12))
def test_nothing_raises_and_lines_are_in_range(lines: list[str]) -> None:
    before = list(lines)
    found = take_options(lines)
    assert lines == before
    assert 0 <= found.lines <= len(lines)
    assert bool(found.options) <= bool(found.lines)  # a block that does not end takes none
    assert all(type(text) is str for pair in found.options.items() for text in pair)
    assert set(found.repeated) <= set(found.options)
    rest = lines[found.lines :]
    if found.lines and rest and not found.fault and lines[0].startswith(":"):
        assert not rest[0].strip() or not is_option(rest[0]) or rest[0][0].isspace()


def _without_quotes(text: str) -> str:
    quoted = len(text) > 1 and text[0] == text[-1] and text[0] in "\"'"
    return text[1:-1] if quoted else text


@given(st.dictionaries(NAMES, VALUES, min_size=1, max_size=6), st.lists(VALUES, max_size=3))
def test_options_read_as_written(options: dict[str, str], text: list[str]) -> None:
    lines = [f":{name}: {value}" for name, value in options.items()]
    unquoted = {name: _without_quotes(value) for name, value in options.items()}
    at = {name: line for line, name in enumerate(options)}
    assert take_options([*lines, "", *text]) == Taken(unquoted, len(lines), at=at)
    block = [
        f'"{name}": {json.dumps(value, ensure_ascii=False)}' for name, value in options.items()
    ]
    at = {name: line + 1 for name, line in at.items()}
    assert take_options(["---", *block, "---", *text]) == Taken(options, len(lines) + 2, at=at)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        (":id: a\n:status: b", {"id": 0, "status": 1}),
        ("\n\n:id: a\n  more\n:status: b\n\nText.", {"id": 2, "status": 4}),
        (":id: a\n   :status: b\n:id: c", {"id": 2, "status": 1}),
        ("---\n# who\nid: a\n\ntags:\n- b\n- c\nstatus: d\n---", {"id": 2, "tags": 4, "status": 7}),
        ("Text.", {}),
    ],
)
def test_each_option_has_its_line(text: str, at: dict[str, int]) -> None:
    assert take_options(text.split("\n"), ("id", "status")).at == at


@pytest.mark.parametrize("line", [":a: b", "  more", ":", ": ", ":a", ":a ", " "])
def test_the_effort_grows_with_the_lines(line: str) -> None:
    def make(size: int) -> object:
        many, long = [":a: b", *[line] * size], [line * size]
        return lambda: (take_options(many), take_options(long))

    grows_linearly(make, 200)  # type: ignore[arg-type]
    assert calls(lambda: take_options([line * 10_000])) < 200


@pytest.mark.parametrize("text", [":ID: R-1\n:Owner: Ann", "---\nID: R-1\nOwner: Ann\n---"])
def test_known_options_may_have_capital_letters(text: str) -> None:
    taken = take_options(text.split("\n"), ("id", "impact"))
    assert taken.options == {"id": "R-1", "Owner": "Ann"}
