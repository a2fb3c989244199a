"""Rows from CSV, YAML and JSON files."""

from __future__ import annotations

import csv
import io
import json
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from counting import calls, grows_linearly
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.formats.data_files import SUFFIXES, Table, read_rows
from sphinx_archdoc.model.codes import Code

if TYPE_CHECKING:
    from collections.abc import Callable


def read(text: str | bytes, name: str) -> Table:
    return read_rows(text if isinstance(text, bytes) else text.encode(), name)


def said(table: Table) -> list[tuple[Code, int]]:
    return [(problem.code, problem.line) for problem in table.problems]


SAME = Table(("id", "text"), ((2, ("R-1", "a, b")), (3, ("R-2", ""))))


@pytest.mark.parametrize(
    "text",
    [
        'id,text\nR-1,"a, b"\nR-2,\n',
        '\ufeffid,text\r\nR-1,"a, b"\r\nR-2,\r\n',
        'id,text\rR-1,"a, b"\rR-2,',
        "id;text\nR-1;a, b\nR-2;\n\n",
        "id\ttext\nR-1\ta, b\nR-2\t\n;\n".replace(";", "\t"),
        "id|text\nR-1|a, b\nR-2|",
        'id, text\nR-1 , "a, b" \nR-2, ""\n',
        'id,text,,\nR-1,"a, b",,\nR-2,,,\n,,,\n',
    ],
)
def test_csv_dialects(text: str) -> None:
    assert read(text, "risks.CSV") == SAME


def test_csv_lines_count_quoted_line_ends() -> None:
    table = read('a,b\n"x\ny","say ""hi"""\n\n1,2', "x.csv")
    assert table.rows == ((2, ("x\ny", 'say "hi"')), (5, ("1", "2")))
    assert read("sep=;\na;b\n1;2", "x.csv").rows == ((3, ("1", "2")),)
    assert read("a,b\tc\n1\t2", "x.tsv").header == ("a,b", "c")


def test_csv_ragged_rows() -> None:
    table = read("a,b\n1\n1,2,3,4\n5,6", "x.csv")
    assert table.rows == ((2, ("1", "")), (3, ("1", "2,3,4")), (4, ("5", "6")))
    assert said(table) == [(Code.DATA, 2), (Code.DATA, 3)]


def test_csv_quotes_that_are_not_closed_cost_one_line() -> None:
    table = read('a,b\n"x,1\n2,"y"\n3,"z\n', "x.csv")
    assert [line for line, _ in table.rows] == [2, 3, 4]
    assert table.rows[1] == (3, ("2", "y"))
    assert said(table) == [(Code.DATA, 2), (Code.DATA, 4)]


def test_bytes_that_are_no_text() -> None:
    table = read(b"a,b\nx,M\xfcller\n", "x.csv")
    assert table.rows == ((2, ("x", "M\ufffdller")),)
    assert said(table) == [(Code.DATA, 2)]
    assert said(read(b"a\nx\x00y\n", "x.csv")) == [(Code.DATA, 2)]
    for suffix in SUFFIXES:
        assert said(read("[1]".encode("utf-16"), f"x{suffix}")) == [(Code.DATA, 1)]


def test_empty_files_headers_only_and_big_cells() -> None:
    for suffix in SUFFIXES:
        assert said(read("", f"x{suffix}")) == [(Code.DATA, 1)]
    assert read("a,b\n", "x.csv") == Table(("a", "b"))
    big = "x" * 200_000
    assert read(f'a\n"{big}"', "x.csv").rows == ((2, (big,)),)
    assert said(read("a,a\n1,2", "x.csv")) == [(Code.DATA, 1)]


YAML = """\
version: 1
risks:
  - id: R-1
    score: 1.50
    done: True
    owners: [Ann, "Bo, B."]
  - {id: "null", date: 2026-01-20, score: ~}
"""


def test_yaml_values_are_text_as_written() -> None:
    table = read(YAML, "risks.yaml")
    assert not table.problems
    assert table.header == ("id", "score", "done", "owners", "date")
    assert table.rows == (
        (3, ("R-1", "1.50", "true", "Ann, Bo, B.", "")),
        (7, ("null", "", "", "", "2026-01-20")),
    )


def test_yaml_aliases_and_merges() -> None:
    table = read("- &a {x: 1, y: 2}\n- <<: *a\n  y: 3\n- *a\n- <<: [*a, {z: 4}]\n", "x.yml")
    assert not table.problems
    assert [cells for _, cells in table.rows] == [
        ("1", "2", ""), ("1", "3", ""), ("1", "2", ""), ("1", "2", "4"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "problems", "rows"),
    [
        ("- a: 1\n- b: [\n", [(Code.DATA, 3)], 1),
        ("- a: 1\n---\n- b: 1\n", [(Code.DATA, 2)], 1),
        ("- a: 1\n- foo\n- a: 2\n", [(Code.DATA, 2)], 2),
        ("- a: 1\n- a: *b\n", [(Code.DATA, 2)], 1),
        ("&a [*a]", [(Code.DATA, 1)], 0),
        ("- ? [a]\n  : b\n", [(Code.DATA, 1)], 0),
        ("- a: 1\n- a: 1\n  a: 2\n", [(Code.DATA, 2)], 2),
        ("a: [{x: 1}]\nb: [{x: 2}]\n", [(Code.DATA, 1)], 0),
        ("just text", [(Code.DATA, 1)], 0),
        ("!!python/object/apply:os.system [echo]", [(Code.DATA, 1)], 0),
        ("- " * 30 + "x", [(Code.DATA, 1), (Code.LIMIT, 1)], 0),
    ],
)
def test_yaml_faults(text: str, problems: list[tuple[Code, int]], rows: int) -> None:
    table = read(text, "x.yaml")
    assert sorted(said(table), key=str) == sorted(problems, key=str)
    assert len(table.rows) == rows


def test_a_billion_laughs() -> None:
    def bomb(names: str) -> Callable[[], Table]:
        text = f"- &a [{', '.join(['lol'] * 9)}]\n" + "".join(
            f"- &{name} [{', '.join(['*' + before] * 9)}]\n" for before, name in pairwise(names)
        )
        return lambda: read(text, "x.yaml")

    assert Code.LIMIT in {problem.code for problem in bomb("abcdefghij")().problems}
    # Every further name stands for nine times as much, and takes no more effort.
    assert calls(bomb("abcdefghij")) <= 1.3 * calls(bomb("abcdefgh"))


def test_json_values() -> None:
    text = '{"v": 1,\n"rows": [{"a": 1.50, "b": true, "c": null},\n{"c": ["x", {"y": 2}]}]}'
    table = read(text, "x.json")
    assert table.rows == ((2, ("1.50", "true", "")), (3, ("", "", "x, y: 2")))
    assert not table.problems


@pytest.mark.parametrize(
    ("text", "problems", "rows"),
    [
        ('[{"a": 1},\n{"a" 2}]', [(Code.DATA, 2)], 1),
        ('[{"a": 1},\nnull,\n{"a": 2}]', [(Code.DATA, 2)], 2),
        ('[{"a": 1},]', [(Code.DATA, 1)], 1),
        ('[{"a": 1}] x', [(Code.DATA, 1)], 1),
        ('[{"a": 1}', [(Code.DATA, 1)], 1),
        ('[{"a": 1, "a": 2}]', [(Code.DATA, 1)], 1),
        ('[{"a": ' + "9" * 5000 + "}]", [], 1),
        ('[{"a": NaN, "b": -Infinity}]', [], 1),
        ('[{"a": "\\ud800"}]', [], 1),
        ("[" * 100_000, [(Code.DATA, 1)], 0),
        ('[{"a":' + "[" * 100_000, [(Code.DATA, 1)], 0),
        ("{", [(Code.DATA, 1), (Code.DATA, 1)], 0),
        ("[]", [], 0),
    ],
)
def test_json_faults(text: str, problems: list[tuple[Code, int]], rows: int) -> None:
    table = read(text, "x.json")
    assert said(table) == problems
    assert len(table.rows) == rows


def test_limits() -> None:
    assert said(read_rows(b"a\n1\n", "x.csv", max_bytes=3)) == [(Code.LIMIT, 0)]
    for text, name, line in (
        ("a\n1\n2\n3\n", "x.csv", 4),
        ("- a: 1\n- a: 2\n- a: 3\n", "x.yaml", 3),
        ('[{"a": 1},\n{"a": 2},\n{"a": 3}]', "x.json", 3),
    ):
        table = read_rows(text.encode(), name, max_rows=2)
        assert len(table.rows) == 2
        assert said(table) == [(Code.LIMIT, line)]
    assert said(read("x", "secrets.txt")) == [(Code.DATA, 0)]
    assert said(read("x", "csv")) == [(Code.DATA, 0)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (lambda n: "a" + ",a" * n, "x.csv"),
        (lambda n: "a" + ",a" * 100 + "\nx" * n, "x.csv"),
        (lambda n: '"a\n' * n, "x.csv"),
        (lambda n: 'a,"b' + '\n""' * n, "x.csv"),
        (lambda n: 'a,""" ' * n, "x.csv"),
        (lambda n: "[" + ",".join(f'{{"k{k % 60}": 1}}' for k in range(n)) + "]", "x.json"),
        (lambda n: "[" + ",".join('{"k": 1}' for _ in range(n)) + "]", "x.json"),
        (lambda n: "[" * n, "x.json"),
        (lambda n: "[" * n, "x.yaml"),
        (lambda n: "- a: 1\n" * n, "x.yaml"),
        (lambda n: "".join(f"- k{k % 60}: 1\n" for k in range(n)), "x.yaml"),
        (lambda n: "{" * n, "x.yaml"),
        (lambda n: "? " * n, "x.yaml"),
    ],
)
def test_the_effort_grows_with_the_file(text: Callable[[int], str], name: str) -> None:
    def make(size: int) -> Callable[[], object]:
        data = text(size).encode()
        return lambda: read_rows(data, name)

    grows_linearly(make, 200)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a" + ",a" * 5_000, "x.csv"),
        ("a" + ",a" * 1000 + "\nx" * 11_000, "x.csv"),
        ("[" + ",".join(f'{{"k{n}": 1}}' for n in range(2_000)) + "]", "x.json"),
    ],
)
def test_the_cells_are_limited(text: str, name: str) -> None:
    table = read_rows(text.encode(), name)
    assert Code.LIMIT in {problem.code for problem in table.problems}
    assert sum(len(cells) for _, cells in table.rows) <= 200 * 10_000


PIECES = st.lists(
    st.sampled_from(
        ['"', ",", ";", "\n", "\r", "a", "b: ", "- ", "  ", "{", "}", "[", "]", ":", "&a ", "*a",
         "\\", "null", "1", "#", "'", "? ", "<<: ", "---\n", "!!x ", "|\n", "\x00", "é", "\t", "%"]
    ),
    max_size=30,
).map("".join)  # fmt: skip


@given(st.one_of(PIECES.map(str.encode), st.binary(max_size=60)), st.sampled_from(SUFFIXES))
def test_nothing_raises_and_rows_fit(data: bytes, suffix: str) -> None:
    table = read_rows(data, f"x{suffix}")
    lines = len(data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"))
    assert all(0 <= problem.line <= lines for problem in table.problems)
    assert all(1 <= line <= lines for line, _ in table.rows)
    assert all(len(cells) == len(table.header) for _, cells in table.rows)
    for cell in (*table.header, *(cell for _, cells in table.rows for cell in cells)):
        cell.encode()
        assert "\x00" not in cell


CELL = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), max_size=12).map(
    str.strip
)
ROWS = st.lists(st.tuples(CELL, CELL).filter(any), max_size=6)


@given(ROWS, st.sampled_from([",", ";", "\t"]))
def test_what_the_csv_module_writes_reads_the_same(
    rows: list[tuple[str, str]], delimiter: str
) -> None:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows([("a", "b"), *rows])
    table = read(stream.getvalue(), "x.csv")
    assert [cells for _, cells in table.rows] == rows
    assert not table.problems


@given(ROWS)
def test_what_json_and_yaml_write_reads_the_same(rows: list[tuple[str, str]]) -> None:
    text = json.dumps([{"a": a, "b": b} for a, b in rows], indent=1, ensure_ascii=False)
    for name in ("x.json", "x.yaml"):
        table = read(text, name)
        assert [cells for _, cells in table.rows] == rows
        assert not table.problems
