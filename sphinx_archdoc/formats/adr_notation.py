"""How a decision notes its status and date: its own lines, with places for other values."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sphinx_archdoc.formats.adr_facts import AdrFact
    from sphinx_archdoc.formats.adr_folder import Adopted
    from sphinx_archdoc.formats.adr_languages import Words
    from sphinx_archdoc.formats.adr_reader import Adr

#: Where values go; no text has these signs.
PLACES = {"status": "\ue001", "date": "\ue002", "supersedes": "\ue003"}
_WHERE = ("front matter", "list", "line", "table", "field")
_FEW = 2
_ROW = re.compile(r"\s*>?\s*\|")
_RULE = re.compile(r"[\s>|:-]+\Z")
_SIGNS = re.compile(r"[`*_\"']*")
_CELL = re.compile(r"(?<=\|)[^|\n]*(?=\|)")


class Notation(NamedTuple):
    """Lines with places for values: of the front matter, and below the title."""

    front: tuple[str, ...] = ()
    top: tuple[str, ...] = ()

    def has(self, field: str) -> bool:
        """Tell whether there is a place for a field."""
        return any(PLACES[field] in line for line in (*self.front, *self.top))


NO_NOTATION = Notation()


def notation_of(adopted: Sequence[Adopted], texts: Mapping[str, str], words: Words) -> Notation:
    """Return the notation of most decisions; ``words`` name what none of them has yet."""
    stated = [item for item in adopted if item.adr.status] or list(adopted)
    found = [(item, _lines(item.adr, texts[item.path].split("\n"))) for item in stated]
    if not found:
        return Notation()
    best = Counter(map(_signature, (own for _, own in found))).most_common(1)[0][0]
    item, own = next(pair for pair in reversed(found) if _signature(pair[1]) == best)
    constant = _constant([texts[other.path] for other in adopted])
    own = Notation((*constant, *own.front), own.top)
    if len(adopted) <= _FEW:  # too few to say that the house has no dates
        own = _with(own, item.adr, "date", words.date)
        if not own.has("date") and "heading" in _where(item.adr) and not own.top:
            own = own._replace(top=(f"{words.date}: {PLACES['date']}",))
    return _with(own, item.adr, "supersedes", words.supersedes)


def _where(adr: Adr) -> set[str]:
    return {adr.facts["status"].where} if "status" in adr.facts else set()


def _signature(own: Notation) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(
            re.sub(r"[ \t-]+", " ", line).strip()
            for line in lines
            if PLACES["supersedes"] not in line
        )
        for lines in own
    )


def _lines(adr: Adr, lines: Sequence[str]) -> Notation:
    facts = {
        name: adr.facts[name]
        for name in PLACES
        if name in adr.facts and adr.facts[name].where in _WHERE and adr.facts[name].line
    }
    made: dict[int, str] = {}
    front = set()
    for name, fact in facts.items():
        number = fact.line - 1
        line = made.get(number, lines[number] if number < len(lines) else "")
        place = _placed(line, fact, PLACES[name])
        if place is None:
            continue
        made[number] = place
        if fact.where == "front matter":
            front.add(number)
    for fact in (*adr.facts.values(), *adr.unread):
        number = fact.line - 1
        said = fact.text.split("\n")[0].strip()
        if number in made and said and fact not in facts.values():
            made[number] = made[number].replace(said, "")
    for number in [at for at in made if at not in front and _ROW.match(made[at])]:
        made.update(_table_around(number, lines, made, adr))
    top = [at for at in sorted(made) if at not in front]
    return Notation(
        tuple(made[at] for at in sorted(front)),
        tuple(_spaced(top, made, lines)),
    )


def _placed(line: str, fact: AdrFact, place: str) -> str | None:
    """Return a line with a place instead of a value; marks around the value stay."""
    said = fact.text.split("\n")[0].strip()
    at = line.rfind(said)
    if not said or at < 0:
        return None
    lead = _SIGNS.match(said)
    signs = lead[0] if lead else ""
    ends = signs[::-1] if said.endswith(signs[::-1]) and len(said) > 2 * len(signs) else ""
    kept = signs if ends else ""
    return f"{line[:at]}{kept}{place}{ends}{line[at + len(said) :]}"


def _table_around(
    number: int, lines: Sequence[str], made: Mapping[int, str], adr: Adr
) -> Iterator[tuple[int, str]]:
    """Yield the head of the table in which a row stands; a head that is a fact keeps its label."""
    first = number
    while first and _ROW.match(lines[first - 1]):
        first -= 1
    told = {fact.line - 1 for fact in adr.facts.values() if fact.where == "table"}
    for at in (first, first + 1):
        if at in made or at >= len(lines) or not _ROW.match(lines[at]):
            continue
        if at == first and at in told:
            label, *others = _CELL.findall(lines[at])
            yield at, f"|{label}|{' |' * len(others)}"
        elif at == first or _RULE.match(lines[at]):
            yield at, lines[at]


def _spaced(numbers: Sequence[int], made: Mapping[int, str], lines: Sequence[str]) -> Iterator[str]:
    for before, at in zip((None, *numbers), numbers, strict=False):
        if before is not None and any(not lines[n].strip() for n in range(before + 1, at)):
            yield ""
        yield made[at]


def _constant(texts: Sequence[str]) -> list[str]:
    """Return the entries that most decisions have alike in their front matter."""
    counts: Counter[str] = Counter()
    for text in texts:
        head = text.partition("\n---")[0].split("\n") if text.startswith("---\n") else []
        counts.update({line: 1 for line in head[1:] if re.match(r"[\w-]+:\s+\S", line)})
    return [
        line
        for line, count in counts.items()
        if count * 2 > len(texts) > 1 and line.partition(":")[0].lower() not in (*PLACES, "title")
    ]


def _with(own: Notation, adr: Adr, field: str, label: str) -> Notation:
    """Add a line for a field below that of the status: the same line with another label."""
    status = adr.facts.get("status")
    if own.has(field) or status is None or not own.has("status"):
        return own
    said = label if status.label[:1].isupper() else label.lower()
    front = (
        f'supersedes: ["{PLACES[field]}"]' if field == "supersedes" else f"date: {PLACES[field]}"
    )
    made = []
    for lines in own:
        added = list(lines)
        at = next((n for n, line in enumerate(lines) if PLACES["status"] in line), None)
        if at is not None and status.label:
            before, _, after = lines[at].partition(PLACES["status"])
            line = f"{before.replace(status.label, said, 1)}{PLACES[field]}{after}"
            # Below the lines of facts that follow without a gap.
            while at + 1 < len(lines) and any(sign in lines[at + 1] for sign in PLACES.values()):
                at += 1
            added.insert(at + 1, front if lines is own.front else line)
        made.append(tuple(added))
    return Notation(*made)
