"""The form in which a folder writes its decisions, and a new decision in that form."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from sphinx_archdoc.formats.adr_languages import ENGLISH, Words, words_for
from sphinx_archdoc.formats.adr_notation import NO_NOTATION, Notation, notation_of
from sphinx_archdoc.formats.adr_skeleton import Section, sections_of
from sphinx_archdoc.formats.collecting import safe_id
from sphinx_archdoc.model.words import DECISION_STATUS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sphinx_archdoc.formats.adr_folder import Adopted

T = TypeVar("T")
_LEAD = re.compile(r"#?\s*(?P<lead>\D*?)(?P<digits>\d+)(?P<after>[^\w\s]*\s*(?:[-–—]\s+)?)")
_UNFILLED = re.compile(r"(?P<lead>[^\d]*?)(?P<digits>[nN]{2,4}|[xX]{2,4})(?P<after>\W.*)\Z")
_LONGEST_SLUG = 60


class Numbered(NamedTuple):
    """How a title has its number: what stands before it, after it, and its least digits."""

    before: str = ""
    after: str = ". "
    width: int = 0


_AS_ADR_TOOLS = Numbered()


@dataclass(frozen=True, slots=True)
class House:
    """How a folder writes decisions.

    digits     how many digits a number has in a name; 0: none
    dated      whether names start with the date
    lead       what stands before the number in a name (``ADR-``)
    after      what follows the number in a name
    join       what stands between the words of a name
    suffix     ``.md`` or ``.rst``
    title      how a title has its number; or the words before a title that has none
    status_in  where the status stands: ``front matter``, ``list``, ``line``, ``field``, ``heading``
    notation   the lines for status and date
    sections   the sections
    words      the words of its language
    statuses   how it writes a status, by key
    adorned    in reST: the sign of a heading by level, and whether it is above it too
    """

    digits: int = 4
    dated: bool = False
    lead: str = ""
    after: str = "-"
    join: str = "-"
    suffix: str = ".md"
    title: Numbered | str = _AS_ADR_TOOLS
    status_in: str = "heading"
    notation: Notation = NO_NOTATION
    sections: tuple[Section, ...] = ()
    words: Words = ENGLISH
    statuses: Mapping[str, str] = field(default_factory=dict)
    adorned: Mapping[int, tuple[str, bool]] = field(default_factory=dict)

    def file_name(self, number: int, title: str, day: str) -> str:
        """Return the name of a new file; of the title only letters, digits and hyphens are left."""
        slug = safe_id(title).replace(".", "-").replace("_", "-").lower()
        slug = re.sub(r"-+", "-", slug)[:_LONGEST_SLUG].strip("-").replace("-", self.join)
        if self.dated:
            return f"{day.replace('-', '')}{self.after}{slug}{self.suffix}"
        number_ = f"{number:0{self.digits}d}{self.after}" if self.digits else ""
        return f"{self.lead}{number_}{slug}{self.suffix}"

    def heading(self, number: int, title: str) -> str:
        """Return the heading of a new decision."""
        if isinstance(self.title, str):
            return f"{self.title}{title}"
        return f"{self.title.before}{number:0{self.title.width}d}{self.title.after}{title}"

    def status(self, key: str) -> str:
        """Return a status as the house writes it."""
        return self.statuses.get(key, key)


def house_of(adopted: Sequence[Adopted], texts: Mapping[str, str]) -> House:
    """Return what most decisions of a folder do; without any: adr-tools' form."""
    if not adopted:
        return House()
    names = [item.adr.name for item in adopted]
    numbered = [name for name in names if name.digits]
    dated = [name for name in names if name.date]
    plain_names = len(names) - len(numbered) - len(dated)
    by_date = len(dated) > max(len(numbered), plain_names)
    digits = 0
    lead, after = "", "-"
    if not by_date and len(numbered) >= plain_names:
        digits = _most([len(name.digits) for name in numbered]) or 4
        lead = _most([name.stem.partition(name.digits)[0] for name in numbered]) or ""
        after = _most([_joint(name.stem.partition(name.digits)[2]) for name in numbered]) or "-"
    elif not by_date:
        lead = _common([name.stem for name in names])
    words = words_for([[part.title for part in item.adr.parts] for item in adopted])
    suffix = _most([".rst" if item.adr.language == "rst" else ".md" for item in adopted]) or ".md"
    alike = [item for item in adopted if (item.adr.language == "rst") == (suffix == ".rst")]
    status_in, alike = _one_form(alike)
    madr = sum("options" in {part.name for part in item.adr.parts} for item in alike) * 2
    return House(
        digits=digits,
        dated=by_date,
        lead=lead,
        after=after,
        join=_word_joint([name.stem for name in names]),
        suffix=suffix,
        title=_title_of(adopted),
        status_in=status_in or ("front matter" if madr > len(alike) else "heading"),
        notation=notation_of(alike, texts, words),
        sections=sections_of(alike),
        words=words,
        statuses=_statuses(alike, words),
        adorned=_adorned(alike, texts) if suffix == ".rst" else {},
    )


def _one_form(adopted: list[Adopted]) -> tuple[str | None, list[Adopted]]:
    """Return where the status stands in most decisions, the newest if as many, and those alone.

    Traits that are taken each from the most of all would make a mixture of forms. Decisions without
    a status belong to the form unless they are fewer than the others.
    """
    where = [item.adr.facts["status"].where if item.adr.status else "" for item in adopted]
    best = _most([place for place in reversed(where) if place])
    formed = [item for item, place in zip(adopted, where, strict=True) if place == best]
    bare = [item for item, place in zip(adopted, where, strict=True) if not place]
    return best, formed if len(formed) >= len(bare) else [*formed, *bare]


def _joint(rest: str) -> str:
    return rest[:1] if rest[:1] in ("-", "_") else "-"


def _word_joint(stems: Sequence[str]) -> str:
    return "_" if sum(s.count("_") for s in stems) > sum(s.count("-") for s in stems) else "-"


def _common(stems: Sequence[str]) -> str:
    """Return a first word that all names have (``adr-``)."""
    first = re.match(r"[A-Za-z]+[-_]", stems[0])
    alike = first is not None and len(stems) > 1 and all(s.startswith(first[0]) for s in stems)
    return first[0] if first and alike else ""


def _title_of(adopted: Sequence[Adopted]) -> Numbered | str:
    found: list[Numbered | str] = []
    for item in adopted:
        heading = next((part.title for part in item.adr.parts if part.role == "title"), "")
        match = _LEAD.match(heading) if item.adr.number else None
        if match:
            wide = len(match["digits"]) if match["digits"].startswith("0") else 0
            found.append(Numbered(match["lead"], match["after"] or " ", wide))
        else:
            title = item.record.title
            before = heading.removesuffix(title) if title and heading.endswith(title) else ""
            left = _UNFILLED.match(before)
            if left:  # "ADR-nnn: " of a template
                found.append(Numbered(left["lead"], left["after"], len(left["digits"])))
            else:
                found.append("" if re.search(r"\d", before) else before)
    best = _most([item._replace(width=0) if isinstance(item, Numbered) else item for item in found])
    if not isinstance(best, Numbered):
        return best or ""
    widths = [n.width for n in found if isinstance(n, Numbered) and n._replace(width=0) == best]
    return best._replace(width=_most(widths) or 0)


def _statuses(adopted: Sequence[Adopted], words: Words) -> dict[str, str]:
    """Return how statuses are written: as most do, else in the language and letters of most."""
    said: dict[str, list[str]] = {}
    for item in adopted:
        word = item.adr.status.word if item.adr.status else None
        if word is not None and word.key and word.key not in ("superseded", "deprecated"):
            said.setdefault(word.key, []).append(word.text)
    every = [text for texts in said.values() for text in texts]
    letters = _most([_letters(text) for text in every]) or str.lower
    made = {
        term.key: letters(words.statuses.get(term.key, term.key)) for term in DECISION_STATUS.terms
    }
    for key, texts in said.items():
        usual = _most(texts) or ""
        # A word of its own that stands there once, as "on hold", may mean something of its own.
        if texts.count(usual) > 1 or usual.casefold() == made[key].casefold():
            made[key] = usual
    return made


def _letters(text: str) -> Callable[[str], str]:
    if text.isupper():
        return str.upper
    return str.capitalize if text[:1].isupper() else str.lower


def _adorned(adopted: Sequence[Adopted], texts: Mapping[str, str]) -> dict[int, tuple[str, bool]]:
    found: dict[int, list[tuple[str, bool]]] = {}
    for item in adopted:
        lines = ["", *texts[item.path].split("\n"), ""]
        for part in item.adr.parts:
            if part.heading and part.heading.line + 1 < len(lines):
                at = part.heading.line
                sign = lines[at + 1][:1]
                if sign and not sign.isalnum():
                    found.setdefault(part.level, []).append((sign, lines[at - 1] == lines[at + 1]))
    return {level: best for level, signs in found.items() if (best := _most(signs))}


def _most(values: Sequence[T]) -> T | None:
    return Counter(values).most_common(1)[0][0] if values else None
