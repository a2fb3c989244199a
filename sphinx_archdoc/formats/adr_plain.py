"""Whether a decision in Markdown holds nothing but a decision, and nothing to be told about.

Such a page can be checked from its text alone: no directive and no role, and nothing that Sphinx,
docutils or MyST might warn of. The question is answered with care: a page that might hold anything
more is none. In reStructuredText too much can go wrong to tell without parsing.
"""

from __future__ import annotations

import re
from itertools import pairwise

from sphinx_archdoc.formats.collecting import Problems
from sphinx_archdoc.formats.data_yaml import read_yaml
from sphinx_archdoc.formats.leftovers import damaged, placeholders
from sphinx_archdoc.model.file_names import suffix_of
from sphinx_archdoc.model.total_words import may_have_totals

#: What a page may be drawn from, or filled in with, or shows; front matter that Sphinx heeds.
_MORE = re.compile(
    r"mermaid|uml\b|c4|\{\{|^(?:myst|orphan)[ \t]*:|!\[|<img\b|<div\b", re.IGNORECASE | re.MULTILINE
)
#: A MyST directive or role, in whichever fence.
_MYST = re.compile(r"(?:`{3}|~{3}|:{3})[ \t]*\{|\{[\w:+.-]+\}`|^[ \t]*:::", re.MULTILINE)
#: What MyST or docutils may warn of: footnotes, what is struck through or may be a transition,
#: headings inside lists and quotes.
_MAY_BE_WRONG = re.compile(
    r"\[\^|~~|\n[ \t]*\n[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$"
    r"|^[ \t]*(?:[>*+-]|\d+[.)])[ \t>*+-]*#{1,6}[ \t]",
    re.MULTILINE,
)
#: Where a link is defined, with its name.
_DEFINED = re.compile(r"^[ >\t]*\[([^\]\n]+)\]:", re.MULTILINE)
_FRONT = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?\n)??(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FENCED = re.compile(
    r"^ {0,3}(`{3,}|~{3,}).*?(?:^ {0,3}\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL
)
_HEADING = re.compile(
    r"^ {0,3}(?:(?P<signs>#{1,6})(?=[ \t]|$)|\S.*\n {0,3}(?P<line>=+|-+)[ \t]*$)", re.MULTILINE
)
#: Lines of tables, whose totals are added up.
_TABLE = "|"


def is_plain(text: str, path: str) -> bool:
    """Tell whether a page can be checked without parsing it."""
    if suffix_of(path) in (".rst", ".rest") or _MORE.search(text) or _MYST.search(text):
        return False
    if _TABLE in text and may_have_totals(text):
        return False
    front = _FRONT.match(text)
    if front and not _is_sound(front["yaml"] or ""):
        return False
    body = _FENCED.sub("", text[front.end() :] if front else text)
    if _MAY_BE_WRONG.search(body) or not _go_down_by_one(body) or _defines_twice(body):
        return False
    return not damaged(text) and not placeholders(text, whole=True)


def _is_sound(front: str) -> bool:
    """Tell whether MyST takes front matter as it is."""
    problems = Problems()
    return isinstance(read_yaml(front, problems), dict | None) and not problems.all()


def _go_down_by_one(body: str) -> bool:
    """Tell whether headings start with the first level and leave none out."""
    levels = [
        len(found["signs"]) if found["signs"] else 1 + (found["line"][0] == "-")
        for found in _HEADING.finditer(body)
    ]
    return levels[:1] in ([], [1]) and all(low <= high + 1 for high, low in pairwise(levels))


def _defines_twice(body: str) -> bool:
    names = [" ".join(name.casefold().split()) for name in _DEFINED.findall(body)]
    return len(names) != len(set(names))
