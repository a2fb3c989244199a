"""The compact model lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from counting import grows_linearly
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.formats.c4_lines import WORDS, read_lines
from sphinx_archdoc.formats.collecting import is_id, safe_id
from sphinx_archdoc.model.codes import Code

if TYPE_CHECKING:
    from collections.abc import Callable

SHOP = """\
person     customer  "Customer"
system     shop      "Web shop"        : What it does
  app        web     "Web app"   [Next.js]
  app        api     "API"       [FastAPI]       : Orders, payments, accounts
  datastore  db      "Database"  [PostgreSQL 16]
external   stripe    "Stripe"

customer -> shop.web : Browses and buys [HTTPS]
shop.api -> shop.db  : Reads and writes orders [SQL]
"""


def problems(text: str) -> list[tuple[Code, int]]:
    return [(problem.code, problem.line) for problem in read_lines(text).problems]


def test_the_documented_example() -> None:
    read = read_lines(SHOP)
    assert not read.problems
    assert [(e.kind, e.id, e.title, e.parent, e.line) for e in read.elements] == [
        ("person", "customer", "Customer", "", 1),
        ("system", "shop", "Web shop", "", 2),
        ("app", "shop.web", "Web app", "shop", 3),
        ("app", "shop.api", "API", "shop", 4),
        ("datastore", "shop.db", "Database", "shop", 5),
        ("system", "stripe", "Stripe", "", 6),
    ]
    assert read.elements[3].technology == "FastAPI"
    assert read.elements[3].description == "Orders, payments, accounts"
    assert [e.external for e in read.elements] == [False] * 5 + [True]
    assert [(r.source, r.target, r.label, r.technology) for r in read.relations] == [
        ("customer", "shop.web", "Browses and buys", "HTTPS"),
        ("shop.api", "shop.db", "Reads and writes orders", "SQL"),
    ]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ('system shop "The shop"', "The shop"),
        ("system shop 'The shop'", "The shop"),
        ("system shop “The shop”", "The shop"),
        ("system shop „The shop“", "The shop"),
        ("system shop «The shop»", "The shop"),
        (r'system shop "The \"shop\""', 'The "shop"'),
        ("system shop 'Dana's shop' : x", "Dana's shop"),
        ('system shop "A: b [c] #d"', "A: b [c] #d"),
        ("system order_shop", "Order shop"),
        ("system orderShop", "Order Shop"),
        ('SYSTEM shop"Tight"[x]', "Tight"),
    ],
)
def test_titles(line: str, title: str) -> None:
    read = read_lines(line)
    assert (read.problems, read.elements[0].title) == ((), title)


def test_tags_and_technology() -> None:
    read = read_lines('app a "A" [C#, F#] : Fixes #12 in C# #core #pci-dss\na -> a : x [y] #z')
    app = read.elements[0]
    assert app.technology == "C#, F#"
    assert app.description == "Fixes #12 in C#"
    assert app.tags == ("core", "pci-dss")
    assert read.relations[0].tags == ("z",)
    assert read.relations[0].technology == "y"


def test_kinds_and_external() -> None:
    read = read_lines(
        "container a\ndatabase b\nqueue c\ncomponent d\ndeployment-node e\n"
        "external person f\nexternal app g 'G'\nexternal app"
    )
    assert not read.problems
    assert [(e.kind, e.id, e.external) for e in read.elements] == [
        ("app", "a", False),
        ("datastore", "b", False),
        ("queue", "c", False),
        ("component", "d", False),
        ("deployment-node", "e", False),
        ("person", "f", True),
        ("app", "g", True),
        ("system", "app", True),
    ]


@pytest.mark.parametrize(
    ("arrow", "style", "both"),
    [
        ("->", "sync", False),
        ("-->", "reply", False),
        ("-->>", "reply", False),
        ("->>", "async", False),
        ("<->", "sync", True),
        ("→", "sync", False),
    ],
)
def test_arrows(arrow: str, style: str, both: bool) -> None:
    for text in (f"a-x {arrow} b", f"a-x{arrow}b", f"a-x  {arrow}  b : "):
        (relation,) = read_lines(text).relations
        assert (relation.source, relation.target) == ("a-x", "b")
        assert (relation.style, relation.both_ways) == (style, both)


def test_ends_are_found_from_the_nearest_scope() -> None:
    read = read_lines(
        "system shop\n"
        "  app api\n"
        "    component db\n"
        "    db -> web\n"
        "  db -> api : later declared\n"
        "  app web\n"
        "  datastore db\n"
        "db -> elsewhere.x\n"
    )
    assert not read.problems
    assert [(r.source, r.target) for r in read.relations] == [
        ("shop.api.db", "shop.web"),
        ("shop.db", "shop.api"),
        ("db", "elsewhere.x"),
    ]


def test_ids_may_be_written_in_full_or_flat() -> None:
    read = read_lines("system shop\n  app shop.web\napp shop.web.x\napp other.y")
    assert [(e.id, e.parent) for e in read.elements] == [
        ("shop", ""),
        ("shop.web", "shop"),
        ("shop.web.x", "shop.web"),
        ("other.y", ""),
    ]


def test_an_element_can_be_named_like_a_kind() -> None:
    read = read_lines("app app\napp -> queue : x\nqueue queue")
    assert not read.problems
    assert (read.relations[0].source, read.relations[0].target) == ("app", "queue")


def test_comments_blank_lines_and_line_ends() -> None:
    read = read_lines("# one\r\n%% two\r// three\n\n   \n  #four\nperson\u00a0p  'P'")
    assert not read.problems
    assert read.elements[0].line == 7


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ('systm shop "Shop"', Code.SYNTAX, "'system'"),
        ("what is this?", Code.SYNTAX, "expected 'a -> b"),
        ("system", Code.SYNTAX, "expected an id"),
        ('system "Shop"', Code.SYNTAX, "expected an id"),
        ('system shop "Shop', Code.SYNTAX, "quote"),
        ('system shop "Shop" FastAPI', Code.SYNTAX, "after the title"),
        ("system shop Web shop", Code.SYNTAX, "needs quotes"),
        ("system büro", Code.ID, "'buero'"),
        ("a -> b Uses", Code.SYNTAX, "expected ': label'"),
        ("a <- b", Code.SYNTAX, "b -> a"),
        ("a -> b -> c", Code.SYNTAX, "expected"),
        ("a ->", Code.SYNTAX, "expected"),
    ],
)
def test_faults_are_named_with_their_line(line: str, code: Code, said: str) -> None:
    read = read_lines(f"person p\n{line}\nperson q")
    (problem,) = read.problems
    assert (problem.code, problem.line) == (code, 2)
    assert said in problem.message
    assert read.elements[0].id == "p"
    assert read.elements[-1].id == "q"


def test_a_fault_in_a_line_keeps_its_element() -> None:
    read = read_lines('systm büro "Büro\n  app x\nbüro -> x')
    assert [e.id for e in read.elements] == ["buero", "buero.x"]
    assert read.elements[0].title == "Büro"
    assert read.relations[0].source == "buero"
    assert len(read.problems) == 3


def test_bad_indentation_is_reported_once_and_placed() -> None:
    text = "system a\n    app b\n  app c\n  app d\n      component e\n    component f"
    read = read_lines(text)
    assert [(p.code, p.line) for p in read.problems] == [(Code.SYNTAX, 3), (Code.SYNTAX, 6)]
    assert [e.parent for e in read.elements] == ["", "a", "a", "a", "a.d", "a.d"]


def test_two_declarations() -> None:
    assert problems("system a 'A'\nsystem a\n  app b\nsystem a 'A'") == []
    assert problems("system a 'A'\nperson a 'B'") == [(Code.CONFLICT, 2)]


@pytest.mark.parametrize(("between", "where"), [("", "one line above"), ("\n\n", "3 lines above")])
def test_a_second_declaration_is_placed_by_distance(between: str, where: str) -> None:
    """The text may start anywhere on a page, so that a number of its own line would mislead."""
    (problem,) = read_lines(f"system a 'A'\n{between}person a 'B'").problems
    assert problem.message == f"'a' is already declared {where} with other facts"


def test_limits() -> None:
    deep = "\n".join(" " * depth + f"app a{depth}" for depth in range(40))
    read = read_lines(deep)
    assert len(read.elements) == 40
    assert {p.code for p in read.problems} == {Code.LIMIT}
    many = read_lines("?\n" * 5000)
    assert len(many.problems) == 201
    assert "4800 more" in many.problems[-1].message


@pytest.mark.parametrize(
    "text",
    [lambda n: "app a" + " #x" * n, lambda n: "app a '" + "' " * n, lambda n: "a" * n,
     lambda n: "[" * n, lambda n: "app " + "a." * n, lambda n: "a -> b : " + "]" * n,
     lambda n: " " * n + "x", lambda n: "app a\n" * n, lambda n: "?\n" * n,
     lambda n: "".join(f"system s{k}\n  app a\ns{k}.a -> gone{k}\n" for k in range(n)),
     lambda n: "".join(" " * (k % 40) + f"app a{k}\n" for k in range(n))],
)  # fmt: skip
def test_the_effort_grows_with_the_text(text: Callable[[int], str]) -> None:
    def make(size: int) -> Callable[[], object]:
        long = text(size)
        return lambda: read_lines(long)

    grows_linearly(make, 400)


LINES = st.lists(
    st.one_of(
        st.text(max_size=40),
        st.from_regex(r"\A {0,6}(person|app|systm|external) [a-zé.]{0,6} ?[\"']?\w{0,5}.{0,8}\Z"),
        st.from_regex(r"\A {0,4}[a-c.ü-]{0,5} ?(->|-->|<->|<-) ?[a-c.]{0,5} ?:?[\w \[\]#]{0,9}\Z"),
    ),
    max_size=12,
)


@given(LINES)
def test_nothing_raises_and_lines_are_in_range(lines: list[str]) -> None:
    text = "\n".join(lines)
    read = read_lines(text)
    count = len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    assert all(1 <= problem.line <= count for problem in read.problems)
    assert all(1 <= item.line <= count for item in (*read.elements, *read.relations))
    ids = [element.id for element in read.elements]
    assert len(set(ids)) == len(ids)
    assert all(element.parent in {"", *ids} for element in read.elements)
    assert all(is_id(part) for name in ids for part in name.split("."))


@given(st.text(max_size=300))
def test_safe_ids_are_ids_and_stay(text: str) -> None:
    made = safe_id(text)
    assert is_id(made)
    assert safe_id(made) == made


WORDS_OF_TEXT = st.text("abcß :[]#-'", max_size=20).map(lambda text: " ".join(text.split()))


@given(st.sampled_from(sorted(set(WORDS) - {"external"})), WORDS_OF_TEXT, st.booleans())
def test_a_written_title_reads_the_same(word: str, title: str, external: bool) -> None:
    line = f'{"external " * external}{word} x "{title}"'
    (element,) = read_lines(line).elements
    assert element.title == (title or "X")
    assert (element.kind, element.external) == (WORDS[word], external)
