"""The relations of a decision: in facts, in its status, in prose at the top, and in its links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.formats.adr_facts import STRICT, AdrFact
from sphinx_archdoc.formats.adr_inline import targets
from sphinx_archdoc.formats.adr_targets import Mention, mentions
from sphinx_archdoc.formats.adr_verbs import is_weak, partial, verbs
from sphinx_archdoc.model.values import is_id, is_nothing, read_refs, split_list

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sphinx_archdoc.formats.adr_index import Found, Index
    from sphinx_archdoc.formats.adr_outline import Part
    from sphinx_archdoc.formats.adr_page import Page
    from sphinx_archdoc.model.kind import Kind

_STATEMENT = re.compile(r"(?<=[.;!?。])\s+(?=[A-ZÄÖÜ*\[`])|\n\s*\n|\n(?=\s*[-*+•]\s)|\n(?=[A-Z*])")
_NOTE = re.compile(r"\s*\(([^()]{1,120})\)")
#: What may stand before and between the parts of a line that only states a relation.
_BEFORE = re.compile(r"[\s*_>-]*")
_BETWEEN = re.compile(r"(?:[\s.,;:&*_]|and|und|et|y)*")
#: What may stand before a number that names a decision; "points 30 to 35" are parts of one.
_LED = re.compile(
    r"(?:[\W_]|\b(?:and|und|et|y|e|the|la|le|les|el|los|die|der|adrs?|d[eé]cisions?|decisi[oó]n(?:es)?"
    r"|decis[aã]o|entscheidung(?:en)?|record|no|nr|number)\b)*",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\s+(?!(?:and|und|et|y|in|for|on|as|für|pour|para)\b)[a-zäöüéèà]")
_BULLET = re.compile(r"\s*[-*+•]\s")
_LABEL = re.compile(r"[^:.\n]{3,40}")
_NUMBERED = re.compile(r"(?:adr[-_ ]?)?\d", re.IGNORECASE)
_NAME = re.compile(r"[\s:`\"']*([A-Za-z][\w]*(?:[-.][\w]+)+)")
_AROUND_LABEL = " \t\n*_"


class AdrRelation(NamedTuple):
    """A reference to another decision: the field it stands for, the id, the part it concerns."""

    field: str
    id: str
    note: str
    line: int
    sure: str
    exists: bool
    rivals: tuple[str, ...] = ()


def relations_of(
    page: Page, facts: list[AdrFact], parts: list[Part], kind: Kind, index: Index, at: str
) -> list[AdrRelation]:
    """Return what a decision says of others, each target once for a field."""
    reader = _Reader(page.links, index, at)
    own = index.ids.get(at)
    found: list[AdrRelation] = []
    for fact in facts:
        spec = kind.field(fact.field) if fact.field else None
        if spec is not None and spec.type == "refs" and "element" not in spec.targets:
            found += reader.named(fact)
        elif fact.field == "status":
            found += reader.said(fact.text, fact.line_at, fact.sure)
    for part in parts:
        if part.role in ("top", "title", "links"):
            told = reader.told(part, linked=part.role == "links")
            # "ADR-3 is superseded by ADR-7 (this one)": prose may well speak of itself.
            found += [item for item in told if item.id != own]
        else:
            found += reader.stated(part)
    once: dict[tuple[str, str], AdrRelation] = {}
    for item in found:
        before = once.get((item.field, item.id))
        # "supersedes" without its part may stand in the status, and with it in a field.
        if before is None or (item.note and not before.note and item.sure == "sure"):
            once[item.field, item.id] = item
    strong = {item.id for item in once.values() if item.field != "relates_to"}
    return [item for item in once.values() if item.field != "relates_to" or item.id not in strong]


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Yield the statements of a text with their offset; a link is never cut in two."""
    inside = bytearray(len(text))
    for link in targets(text):
        inside[link.start + 1 : link.end - 1] = b"\1" * (link.end - link.start - 2)
    start = 0
    for cut in _STATEMENT.finditer(text):
        if not inside[cut.start()]:
            yield start, text[start : cut.start()]
            start = cut.end()
    yield start, text[start:]


def _is_label(text: str) -> bool:
    """Tell whether a text only says what follows: ``**Supersedes:**``."""
    said = text.rstrip(_AROUND_LABEL)
    label = said[:-1].strip(_AROUND_LABEL).lstrip("-+ ")
    return said.endswith(":") and _LABEL.fullmatch(label) is not None


def _directly(text: str, found: list[Mention]) -> list[Mention]:
    """Leave out bare numbers that do not follow the verb, or another target, directly."""
    kept: list[Mention] = []
    end = 0
    for mention in found:
        bare = mention.text.lstrip("#").isdigit() and mention.number
        named = _LED.fullmatch(text[end : mention.start]) and not _counts(text, mention)
        if not bare or named:
            kept.append(mention)
            end = mention.end
    return kept


def _counts(text: str, mention: Mention) -> bool:
    """Tell whether a bare number counts things: ``superseded by 63 requests``."""
    return not mention.text.startswith(("#", "0")) and bool(_COUNTED.match(text, mention.end))


class _Reader(NamedTuple):
    links: Mapping[str, str]
    records: Index
    at: str

    def named(self, fact: AdrFact) -> Iterator[AdrRelation]:
        """Yield the targets of a fact that is a relation by its name."""
        if is_nothing(fact.text):
            return
        for item in split_list(fact.text):
            inner = _directly(item, mentions(item, bare=True))
            if not inner:
                yield from self._by_id(fact, item)
            for mention in inner:
                note = _NOTE.match(item[mention.end :])
                yield from self._one(
                    fact.field, mention, note[1] if note else partial(item), fact.line, fact.sure
                )

    def _by_id(self, fact: AdrFact, item: str) -> Iterator[AdrRelation]:
        refs, bad = read_refs(item)
        for ref in refs if not bad else ():
            if not is_id(ref.id):
                continue
            found = self.records.resolve(Mention(ref.id, path=ref.id), self.at)
            if is_weak(fact.field) and not _NUMBERED.match(ref.id) and not (found and found.exists):
                continue  # "security" is a topic, RFC-6 a paper, unless a record has that name
            if found is not None or fact.where in STRICT:
                exists = found is not None and found.exists
                id_ = found.id if found is not None else ref.id
                rivals = found.rivals if found is not None else ()
                yield AdrRelation(fact.field, id_, ref.note, fact.line, fact.sure, exists, rivals)

    def _one(
        self, field: str, mention: Mention, note: str, line: int, sure: str
    ) -> Iterator[AdrRelation]:
        found = self._resolve(mention)
        if found is not None:
            yield AdrRelation(field, found.id, note, line, sure, found.exists, found.rivals)

    def _resolve(self, mention: Mention) -> Found | None:
        if not mention.label:
            return self.records.resolve(mention, self.at)
        address = self.links.get(" ".join(mention.label.split()).lower())
        if address:
            return self.records.resolve(Mention(mention.text, path=address), self.at)
        found = self.records.resolve(mention, self.at)
        if found is None:  # a label of some other page; its text may name the number
            numbered = [item for item in mentions(mention.text) if item.number]
            found = self.records.resolve(numbered[0], self.at) if numbered else None
        return found

    def said(
        self, text: str, line_at: Callable[[int], int], sure: str, *, carried: str = ""
    ) -> Iterator[AdrRelation]:
        """Yield what verbs in a text say; a verb alone on its line counts for the lines below.

        ``line_at`` tells the line of a place in the text.
        """
        for offset, statement in _statements(text):
            here = line_at(offset)
            found = verbs(statement)
            own = bool(found)
            if not found and carried:
                found = [(carried, 0, 0)]
            for number, (field, _, end) in enumerate(found):
                stop = found[number + 1][1] if number + 1 < len(found) else len(statement)
                segment = statement[end:stop]
                bare = not is_weak(field)
                about = partial(statement[: end if number == 0 else 0]) or partial(segment)
                named = _directly(segment, mentions(segment, bare=bare))
                for mention in named or (self._by_name(segment) if bare else []):
                    if field.startswith(("supersede", "superseded")):
                        yield from self._one(field, mention, about, here, sure)
                    else:
                        yield from self._one(field, mention, "", here, sure)
            if own:
                carried = found[-1][0] if _is_label(statement) else ""
            elif carried and not _BULLET.match(statement):
                carried = ""

    def _by_name(self, segment: str) -> list[Mention]:
        """Return the decision whose whole name follows a verb: ``superseded by adr-use-queues``."""
        found = _NAME.match(segment)
        if found is None:
            return []
        mention = Mention(found[1], path=found[1], start=found.start(1), end=found.end(1))
        known = self.records.resolve(mention, self.at)
        return [mention] if known is not None and known.exists else []

    def stated(self, part: Part) -> Iterator[AdrRelation]:
        """Yield what lines of the text say that are nothing but a relation: ``Supersedes X.``."""
        for block in part.blocks:
            for number, line in enumerate(block.text.split("\n") if block.kind == "text" else ()):
                found = verbs(line)
                if (
                    not found
                    or is_weak(found[0][0])
                    or _BEFORE.fullmatch(line[: found[0][1]]) is None
                ):
                    continue
                field, _, end = found[0]
                rest, named = line[end:], mentions(line[end:])
                for mention in reversed(named):
                    rest = rest[: mention.start] + rest[mention.end :]
                if named and _BETWEEN.fullmatch(rest):
                    for mention in named:
                        yield from self._one(field, mention, "", block.line + number, "likely")

    def told(self, part: Part, *, linked: bool) -> Iterator[AdrRelation]:
        """Yield what a section says; in a section of links each link to a record counts."""
        carried = ""
        for block in part.blocks:
            text = " ".join(block.cells) if block.kind == "row" else block.text
            if block.kind == "field":
                text = f"{block.label}: {text}"
            if block.kind == "code" or not text:
                continue
            before = carried if block.kind in ("item", "row") else ""
            here = AdrFact("", "", text, block.line, "line").line_at
            found = list(self.said(text, here, "sure", carried=before))
            yield from found
            if linked and not found:
                for mention in mentions(text):
                    yield from self._one("relates_to", mention, "", block.line, "likely")
            own = verbs(text)
            if own and _is_label(text):
                carried = own[-1][0]
            elif block.kind not in ("item", "row"):
                carried = ""
