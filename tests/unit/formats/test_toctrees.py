"""Tables of contents as pages declare them, and where a new page goes."""

from __future__ import annotations

import pytest
from counting import grows_linearly
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.formats.toctrees import nearest, toctrees

REST = (
    ".. toctree::\n   :maxdepth: 1\n   :caption: All\n\n   adr/0001-a\n   Last <other.md>\n"
    "   /adr/top\n\nText\n"
)
MYST = (
    "# A\n\n```{toctree}\n---\nmaxdepth: 1\n---\nadr/0001-a.md\nLast <other>\n```\n\nadr/0009-z\n"
)


@pytest.mark.parametrize(
    ("path", "text", "entries", "glob"),
    [
        ("index.rst", REST, {"adr/0001-a": 5, "other": 6, "adr/top": 7}, False),
        ("sub/index.rst", REST, {"sub/adr/0001-a": 5, "sub/other": 6, "adr/top": 7}, False),
        ("index.md", MYST, {"maxdepth: 1": 5, "adr/0001-a": 7, "other": 8}, False),
        ("index.rst", ".. toctree::\r\n   :glob:\r\n\r\n   adr/*\r\n", {"adr/*": 4}, True),
        ("index.md", ":::{toctree}\n:glob:\n../x\n", {"../x": 3}, True),
        ("index.rst", ".. toctree::\n", {}, False),
    ],
)
def test_what_is_read(path: str, text: str, entries: dict[str, int], glob: bool) -> None:
    (found,) = toctrees({path: text})
    assert (dict(found.entries), found.glob) == (entries, glob)


@pytest.mark.parametrize(
    ("entry", "docname", "listed"),
    [
        ("adr/*", "adr/0002-b", True),
        ("adr/*", "adr/sub/0002-b", False),
        ("**", "adr/sub/0002-b", True),
        ("adr/000?-b", "adr/0002-b", True),
        ("adr/0001-a", "adr/0002-b", False),
        ("adr/0002-b", "adr/0002-b", True),
    ],
)
def test_patterns(entry: str, docname: str, listed: bool) -> None:
    (found,) = toctrees({"index.rst": f".. toctree::\n   :glob:\n\n   {entry}\n"})
    assert found.lists(docname) is listed


def test_a_page_goes_to_its_neighbours() -> None:
    pages = {
        "index.rst": ".. toctree::\n\n   adr/index\n   other\n",
        "adr/index.rst": "A\n=\n\n.. toctree::\n\n   0001-a\n   0002-b\n   ../other\n",
        "other.rst": ".. toctree::\n   :glob:\n\n   x/*\n",
    }
    tree = nearest([*toctrees(pages)], "adr/0003-c")
    assert tree is not None
    assert (tree.docname, tree.line_for("adr/0003-c")) == ("adr/index", 7)
    assert tree.entry_for("adr/0003-c") == "0003-c"
    assert nearest([], "adr/0003-c") is None


@given(st.text(max_size=80))
def test_nothing_raises(text: str) -> None:
    for start in (".. toctree::\n", "```{toctree}\n"):
        for tree in toctrees({"a/b.md": start + text}):
            assert isinstance(tree.lists("a/c"), bool)


def test_the_effort_grows_with_the_lines() -> None:
    def make(size: int) -> object:
        text = ".. toctree::\n\n" + "   adr/0001-a\n" * size
        return lambda: [*toctrees({"index.rst": text})]

    grows_linearly(make, 200)  # type: ignore[arg-type]
