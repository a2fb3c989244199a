"""Labels in a text: ``Status: accepted``, ``**Date:** 2026-01-20``, also several in one line."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.formats.adr_inline import plain
from sphinx_archdoc.model.kind import header_word
from sphinx_archdoc.model.section_words import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.fields import FieldSpec
    from sphinx_archdoc.model.kind import Kind

_STRONG = (
    r"(?P<mark>\*{1,3}|_{1,3})(?P<bold>[^*_\n:：]{1,48}?)(?:\s*[:：]\s*(?P=mark)|(?P=mark)\s*[:：])"
)
_ANYWHERE = re.compile(rf"(?<![\w*]){_STRONG}[ \t]*")
_BOLD_ALONE = re.compile(r"\s*(\*\*|__)([^*_\n:]{1,48}?)\1[ \t]*(?:\n|[-–—]\s|\Z)")
#: ``**Status** accepted · **Touches** …``: bold, no colon, few words.
_BOLD_SHORT = re.compile(
    r"\s*(\*\*|__)([^*_\n:]{1,48}?)\1[ \t]+([^\s·|&]{1,40}(?:[ \t]+[^\s·|&]{1,40}){0,2})"
    r"[ \t]*(?:&nbsp;)*(?:[·|\n]|\Z)"
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PLAIN = re.compile(r"(?P<label>[^\W\d_][^:*|`\n\[\]]{0,38}?)\s*[:：](?=\s|\Z)[ \t]*")
#: Labels that stand side by side: ``Date: 2026-01-20 · Status: accepted``.
_DOTS = re.compile(r"\s+[·•|]\s+")
_SEVERAL = 2
#: Words that name a field in a record's own head, and are plain words elsewhere.
_IN_RECORDS = {"data": "date", "decide": "deciders"}
_QUOTED = re.compile(r"^[ \t]*(?:>\s?)+", re.MULTILINE)


class Entry(NamedTuple):
    """A label as written, the field it names (None: none we know), its text, and the line."""

    label: str
    field: FieldSpec | None
    text: str
    line: int


class Labels:
    """The words that name a field of a kind, compared without case, accents and hyphens."""

    def __init__(self, kind: Kind) -> None:
        self._kind = kind
        self._folded = {fold(word): spec for word, spec in reversed(kind.headers.items())}
        for word, name in _IN_RECORDS.items():
            spec = kind.field(name)
            if spec is not None:
                self._folded.setdefault(word, spec)

    def find(self, label: str) -> FieldSpec | None:
        """Return the field that a label names."""
        label = label.strip().rstrip(":： ").strip("*_` ")
        found = self._kind.headers.get(header_word(label))
        if found is not None or not label:
            return found
        bare = fold(_CAMEL.sub(" ", re.sub(r"\s*\([^()]*\)\s*$", "", label)))
        for word in ("the ", "adr ", "decision ", ""):
            if bare.startswith(word) and bare[len(word) :] in self._folded:
                return self._folded[bare[len(word) :]]
        # Two words for one: Deciders/Owners, Decider(s).
        first = fold(label.partition("/")[0])
        return self._folded.get(fold(label.replace("(s)", "s"))) or self._folded.get(first)

    def entries(self, text: str, line: int, *, item: bool = False) -> Iterator[Entry]:
        """Yield what the labels in one block of text say.

        Bold labels count anywhere; plain ones where all lines of the block have one (or the
        block is an item of a list), so that a sentence with a colon is none.
        """
        text = _QUOTED.sub("", text)
        strong = list(_ANYWHERE.finditer(text))
        leading = [found for found in strong if self._leads(text, found, strong)]
        if leading:
            yield from self._between(text, line, leading)
            return
        alone = _BOLD_ALONE.match(text)
        if alone and self.find(alone[2]):
            yield Entry(alone[2], self.find(alone[2]), text[alone.end() :].strip(), line)
            return
        short = _BOLD_SHORT.match(text)
        if short and self.find(short[2]) and not item:
            yield Entry(short[2], self.find(short[2]), short[3].strip(), line)
            return
        yield from self._plain(text, line, item)

    def _leads(self, text: str, found: re.Match[str], all_: list[re.Match[str]]) -> bool:
        before = text[: found.start()]
        starts = not before.rpartition("\n")[2].strip(" \t-*•|>")
        return starts or (self.find(found["bold"]) is not None and all_[0].start() == 0)

    def _between(self, text: str, line: int, found: list[re.Match[str]]) -> Iterator[Entry]:
        for match, after in zip(found, [*found[1:], None], strict=True):
            value = text[match.end() : after.start() if after else len(text)]
            at = line + text[: match.start()].count("\n")
            label = match["bold"]
            yield Entry(label, self.find(label), value.strip().rstrip("\\|").strip(), at)

    def _plain(self, text: str, line: int, item: bool) -> Iterator[Entry]:
        found: list[Entry] = []
        for number, part in self._pieces(text):
            match = _PLAIN.match(part.strip())
            field = self.find(match["label"]) if match else None
            if match and (field or not found or item):
                value = part.strip()[match.end() :]
                found.append(Entry(match["label"], field, value.strip(), line + number))
            elif found and found[-1].field is not None and part.strip():
                last = found[-1]
                found[-1] = last._replace(text=f"{last.text}\n{part.strip()}".strip())
            elif not match and not item:
                return
        yield from found

    def _pieces(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield the lines with their number; one that holds several labels in its pieces."""
        for number, line in enumerate(text.split("\n")):
            pieces = _DOTS.split(line)
            known = [bool(m and self.find(m["label"])) for m in map(_PLAIN.match, pieces)]
            several = len(pieces) > 1 and all(known[:_SEVERAL])
            yield from ((number, piece) for piece in (pieces if several else [line]))


@cache
def labels_of(kind: Kind) -> Labels:
    """Return the labels of a kind, made once: a project asks for them with each record."""
    return Labels(kind)


def is_label_only(text: str) -> bool:
    """Tell whether an item only names what the list below it holds."""
    return plain(text).rstrip().endswith(":") or bool(_BOLD_ALONE.fullmatch(text))
