"""Builders that make a book of the HTML: EPUB, and PDF through WeasyPrint (sphinx-simplepdf).

A book runs no script and shows pictures as images. What lays it out knows less CSS than a browser:
the style sheet is written for it once more, in light colours and without what it cannot read.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.builders import Builder

STYLE = "archdoc-book.css"
_BOOKS = ("epub", "simplepdf")
#: A value with brackets one level deep at most.
_VALUE = r"((?:[^()]|\([^()]*\))*)"
#: One for light and one for dark, see the head of ``archdoc.css``.
_BOTH = re.compile(rf"var\(--arch-light,{_VALUE}\) var\(--arch-dark,{_VALUE}\)")
_SWITCH = re.compile(r"(?:--arch-(?:light|dark):[^;}]*;?)+")
#: The words of a sign for those who hear the page: there is no such reader here.
_SPOKEN = re.compile(r'(content:"[^"]*")/""')

#: Where columns are too narrow, a script of the pages labels the cells; in books a text does.
_LABEL = re.compile(r">td::before\{content:attr\(data-label\);")
_LABELLED = ">td .arch-cell-label{display:block;"
_NO_LABEL = ".arch-cell-label{display:none}\n"
_VOID = (
    "\n@media (max-width:46em){table.arch-cards:not(#_) td{overflow-wrap:anywhere}"
    "table.arch-cards:not(#_) td.arch-void{display:none}}\n"
)
#: A link needs a place that is laid out, however small.
_HIDDEN = (".arch-hidden{display:none}", ".arch-hidden{height:0;overflow:hidden;visibility:hidden}")
#: WeasyPrint cannot count the columns of a grid.
_TILES = (
    "ul.arch-tiles:not(#_){display:block}\n"
    "ul.arch-tiles:not(#_)>li{display:inline-block;box-sizing:border-box;width:31%;"
    "margin:0 1.5% .7rem 0;vertical-align:top;break-inside:avoid}\n"
)
#: A reader in the dark changes the colours of the page and its text; what has a ground of its own,
#: a light one, keeps a dark text on it.
_GROUNDS = (
    ".arch-record:not(.arch-page),.arch-head:not(#_),div.arch-control.arch-control,"
    "ul.arch-tiles>li,table.arch-table:not(#_) tr.arch-total>*,"
    "table.arch-table:not(#_) tr.arch-group>*,table.arch-crossing:not(#_) tbody th"
    "{color:var(--arch-fg)}\n"
)

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
#: Selectors and declarations; not the heads of ``@media``.
_RULE = re.compile(r"(?:^|(?<=[{}]))([^{}@]+)(\{[^{}]*\})")
_CHOICE = re.compile(r":is\(((?:[^()]|\([^()]*\))*)\)")
_NONE_OF = re.compile(r":not\(((?:[^()]|\([^()]*\))*)\)")
#: What stands before, without a blank or a sign between.
_COMPOUND = re.compile(r"(?:[^\s>+~()]|\([^()]*\))*\Z")


def is_book(builder: Builder) -> bool:
    """Tell whether a builder makes a book."""
    return builder.name in _BOOKS


def for_books(style: str) -> str:
    """Return the style sheet as what lays out a book reads it."""
    style = _SPOKEN.sub(r"\1", _BOTH.sub(r"\1", _COMMENT.sub("", style)))
    style = _SWITCH.sub("", style).replace("display:inline-flex", "display:inline-block")
    return _RULE.sub(_plain_rule, style)


def completed(style: str) -> str:
    """Return the style sheet of books with what only they need."""
    style = _LABEL.sub(_LABELLED, style).replace(*_HIDDEN)
    return f"{_NO_LABEL}{style}\n{_TILES}{_GROUNDS}{_VOID}"


def _plain_rule(found: re.Match[str]) -> str:
    """Return a rule without the selectors that older readers of CSS refuse."""
    selectors = [plain for part in split(found[1].strip()) for plain in _plain(part)]
    return f"\n{','.join(selectors)}{found[2]}" if selectors else ""


def _plain(selector: str) -> Iterator[str]:
    """Yield a selector once for each choice of ``:is()``; none that asks with ``:has()``."""
    if ":has(" in selector:
        return
    found = _CHOICE.search(selector)
    if found is None:
        yield _NONE_OF.sub(lambda none: "".join(f":not({one})" for one in split(none[1])), selector)
        return
    before, after = selector[: found.start()], selector[found.end() :]
    choices = split(found[1])
    weight = ":not(#_)" if "#_" in choices else ""  # as strong as the strongest of the choices
    for choice in choices:
        if choice == "#_":
            continue
        start = _COMPOUND.search(before)
        assert start is not None  # noqa: S101 -- it matches the empty text as well
        tag = choice[0].isalpha() and bool(start[0])  # `.a:is(li)` is `li.a`
        parts = (before[: start.start()], choice, start[0]) if tag else (before, choice)
        yield from _plain("".join((*parts, weight, after)))


def split(selectors: str) -> list[str]:
    """Return the parts of a list of selectors; commas in brackets do not count."""
    parts, depth = [""], 0
    for char in selectors:
        depth += (char == "(") - (char == ")")
        if char == "," and not depth:
            parts.append("")
        else:
            parts[-1] += char
    return parts


def write_style(app: Sphinx, source: Path) -> Path:
    """Write the style sheet of books and return its folder."""
    folder = Path(app.doctreedir) / "archdoc-book"
    folder.mkdir(parents=True, exist_ok=True)
    text = completed(for_books(source.read_text(encoding="utf-8")))
    (folder / STYLE).write_text(text, encoding="utf-8", newline="\n")
    return folder
