"""Words of a printed page: how much room they take, and where a long one may be broken.

A browser breaks an id, a path or a name of code where it has to; LaTeX writes over the margin.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

from sphinx_archdoc.sphinxext.nodes import tex

if TYPE_CHECKING:
    from collections.abc import Iterator

#: A break may follow one of these, and come before a capital in the middle of a name.
_PIECE = re.compile(r"[^._/:\-=@&?,]*[._/:\-=@&?,]+|[^._/:\-=@&?,]+")
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
#: Words of so many letters are put together of others, and often not hyphenated: LaTeX may not have
#: the rules of their language. A syllable begins with a consonant before a vowel in most languages.
_COMPOUND = 22
_SYLLABLE = re.compile(
    r"(?<=\w{3})(?=[^\W\d_aeiouyäöüáàâéèêíóôú][aeiouyäöüáàâéèêíóôú]\w{2})(?<![csptCSPT](?=h))"
)
#: What stands in a box or must not be torn: nothing within it is a place to break.
_BOXED = {"arch-badge", "arch-chip", "arch-chosen"}
_WHOLE = {*_BOXED, "arch-date", "arch-short"}
#: What the box takes, in letters.
_BOX = 2
#: Letters of code and of headers are wider.
_CODE, _HEAD, _BADGE = 1.15, 1.12, 1.0
_BREAK, _HYPHEN = r"\allowbreak{}", r"\-"


class Word(NamedTuple):
    """A word, how wide its letters are beside those of the text, and whether it may be broken."""

    text: str
    scale: float = 1
    whole: bool = False

    @property
    def room(self) -> float:
        """Return the room it takes, in letters of a usual text."""
        box = _BOX if self.whole else 0
        return sum(map(_letter, self.text)) * self.scale + box


#: What follows a link with ``latex_show_pagerefs``, and the attribute of links that have it.
_PAGE, _PAGED = Word("(page 999)"), "arch_paged"


def _letter(char: str) -> float:
    if char.isupper():
        return 1.3
    if char.isdigit():
        return 1.1
    return 0.6 if char in "il.,:;'|![]()" else 1


def words(node: nodes.Node) -> list[Word]:
    """Return the words of a cell."""
    head = _inside(node, nodes.thead)
    found: list[Word] = []
    for text in node.findall(nodes.Text):
        classes = _classes(text, node)
        whole = bool(classes & _WHOLE)
        code = _inside(text, nodes.literal)
        scale = _CODE if code else _BADGE if classes & _BOXED else _HEAD if head else 1
        if whole:
            found.append(Word(str(text), scale, whole=True))
        else:
            found += [Word(word, scale) for word in text.split()]
        if _is_paged(text):
            found.append(_PAGE)
    return found


def note_pages(document: nodes.document) -> None:
    """Note in the links within a document that the number of a page follows each of them."""
    for link in document.findall(nodes.reference):
        if "refid" in link or link.get("refuri", "")[:1] in ("#", "%"):
            link[_PAGED] = True


def _is_paged(text: nodes.Text) -> bool:
    """Tell whether a text ends a link that the number of its page follows."""
    node: nodes.Node = text
    while isinstance(node.parent, nodes.Element) and node.parent.children[-1] is node:
        node = node.parent
        if isinstance(node, nodes.reference):
            return _PAGED in node
    return False


def parts(word: Word, whole: int) -> list[Word]:
    """Return the parts of a word between the places where it may be broken."""
    if word.whole or word is _PAGE or len(word.text) <= whole:
        return [word]
    if _is_compound(word.text):
        return [word._replace(text=text) for text in _SYLLABLE.split(word.text)]
    pieces = [_cut(piece, whole) for piece in _pieces(word.text)]
    return [word._replace(text=text) for piece in pieces for text in piece]


def _is_compound(text: str) -> bool:
    return len(text) > _COMPOUND and text.isalpha()


def _pieces(text: str) -> Iterator[str]:
    for found in _PIECE.finditer(text):
        yield from _CAPITAL.split(found[0])


def _cut(text: str, whole: int) -> list[str]:
    """Return a part that has no place to break in lengths that fit."""
    return [text[at : at + whole] for at in range(0, len(text), whole)]


def allow_breaks(node: nodes.Node, whole: int) -> None:
    """Say in the words of a node that are longer than ``whole`` where they may be broken.

    Words of letters alone, if not very long, are hyphenated by LaTeX, by the rules of the language.
    """
    for text in [*node.findall(nodes.Text)]:
        if all(len(word) <= whole for word in text.split()) or _is_kept(text, node):
            continue
        made: list[nodes.Node] = []
        for part in re.split(r"(\s+)", text):
            made += _broken(part, whole, code=_inside(text, nodes.literal))
        parent = text.parent
        at = parent.index(text)
        parent[at : at + 1] = made


def _broken(part: str, whole: int, *, code: bool) -> list[nodes.Node]:
    hyphen = not code and _is_compound(part)
    if len(part) <= whole or (part.isalpha() and not code and not hyphen):
        return [nodes.Text(part)]
    made: list[nodes.Node] = []
    for piece in parts(Word(part), whole):
        if made:
            made.append(tex(_HYPHEN if hyphen else _BREAK))
        made.append(nodes.Text(piece.text))
    return made


def _is_kept(text: nodes.Text, top: nodes.Node) -> bool:
    """Tell whether the writer takes a text as a whole, or it stands in a box."""
    node = text.parent
    while node is not None:
        if isinstance(node, (nodes.literal_block, nodes.title, nodes.rubric)):
            return True
        if isinstance(node, nodes.literal) and "code" in node["classes"]:
            return True
        if node is top:
            break
        node = node.parent
    return bool(_classes(text, top) & _WHOLE)


def _classes(text: nodes.Text, top: nodes.Node) -> set[str]:
    """Return the classes around a text, up to a node."""
    found: set[str] = set()
    node = text.parent
    while node is not None and node is not top:
        found |= set(node["classes"])
        node = node.parent
    return found


def _inside(node: nodes.Node, sort: type[nodes.Node]) -> bool:
    parent = node.parent
    while parent is not None:
        if isinstance(parent, sort):
            return True
        parent = parent.parent
    return False
