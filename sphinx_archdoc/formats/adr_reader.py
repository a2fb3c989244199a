"""One decision record: a text in any of the usual forms in, what it says out.

Adr-tools and Nygard, MADR 1 to 4, log4brains, and what people made of them: front matter, lists,
bold and plain lines, tables, reST fields, the status as a heading anywhere. Pure: no file is
opened, nothing is fetched or run, and no text makes it raise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_archdoc.formats.adr_dates import dates_in, first_date, last_date
from sphinx_archdoc.formats.adr_facts import STRICT, AdrFact, facts_of
from sphinx_archdoc.formats.adr_inline import plain, targets
from sphinx_archdoc.formats.adr_labels import labels_of
from sphinx_archdoc.formats.adr_markdown import read_markdown
from sphinx_archdoc.formats.adr_names import is_template_name
from sphinx_archdoc.formats.adr_outline import Part, outline
from sphinx_archdoc.formats.adr_relations import AdrRelation, relations_of
from sphinx_archdoc.formats.adr_rest import read_rest
from sphinx_archdoc.formats.adr_status import Status, is_unfilled, read_status, status_line
from sphinx_archdoc.formats.adr_summary import summary_of
from sphinx_archdoc.formats.adr_title import is_placeholder, read_title
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.dates import When, read_date
from sphinx_archdoc.model.fields import Settings
from sphinx_archdoc.model.file_names import suffix_of
from sphinx_archdoc.model.findings import Problem
from sphinx_archdoc.model.values import is_id, is_nothing
from sphinx_archdoc.model.words import DECISION_STATUS

if TYPE_CHECKING:
    from sphinx_archdoc.formats.adr_index import Index
    from sphinx_archdoc.formats.adr_page import Page
    from sphinx_archdoc.model.file_names import Named
    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.model.vocabulary import Vocabulary

_UNFILLED_DATE = re.compile(r"\W*(?:YYYY|DD|JJJJ|AAAA|TT)[-/. ]", re.IGNORECASE)
#: Digits as in a date; a sentence is no slip.
_NUMERIC = re.compile(r"\d[\d./:T -]{3,30}")
#: What is meant for a day, wherever it stands.
_LIKE_A_DAY = re.compile(r"\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4}")
_PLACE_OF_DATE = ("date", "datum", "fecha", "decided", "decided on", "decision date")
_ENOUGH = 2
#: "status: enum(open, paid)" is a column of an entity.
_COLUMN = re.compile(
    r"\W*(?:enum|set|varchar|char|string|int|integer|smallint)\s*\(", re.IGNORECASE
)
#: A longer first line is text, not a title without a mark.
_LONGEST_LINE = 120


@dataclass(frozen=True, slots=True)
class Adr:
    """What one text says.

    ``facts`` holds the fact that counts for each field, ``unread`` those with a label that no
    field has. ``skipped`` says why the text is no record; it is empty for records.
    """

    name: Named
    language: str
    title: AdrFact
    number: str
    status: Status | None
    date: When | None
    facts: dict[str, AdrFact]
    unread: tuple[AdrFact, ...]
    relations: tuple[AdrRelation, ...]
    parts: tuple[Part, ...]
    summary: str
    problems: tuple[Problem, ...]
    skipped: str = ""


class Reader:
    """Reads the records of one project: its kind of decisions, its words, and all their paths."""

    def __init__(self, kind: Kind, index: Index, settings: Settings | None = None) -> None:
        self.kind = kind
        self.index = index
        self.labels = labels_of(kind)
        spec = kind.field("status")
        vocabulary = (settings or Settings()).vocabulary(spec, kind.name) if spec else None
        self._words = vocabulary or DECISION_STATUS

    def read(self, text: str, path: str) -> Adr:
        """Read a text as the record ``path``, whose ending tells the language. Never raises."""
        rest = suffix_of(path) in (".rst", ".rest")
        page = read_rest(text) if rest else read_markdown(text)
        parts = outline(page, self.labels)
        facts = facts_of(page, parts, self.labels)
        name = self.index.name(path)
        title, number, heading = _title(parts, facts, name.words)
        kept = _kept(facts, self.kind)
        stated = [fact for fact in facts if fact.field == "status" and _says_status(fact.text)]
        status = read_status(stated[0].text, self._words) if stated else None
        problems = list(page.problems)
        if status is not None:
            kept["status"] = stated[0]._replace(sure=_less(stated[0].sure, status.sure))
            problems += _disagreements(stated, status, self._words)
        skipped = self._template(heading, kept, stated) or _no_record(name, page, parts, status)
        problems += [*_numbers(name, number, title), *_wrong_id(page, self.index.ids.get(path, ""))]
        return Adr(
            name=name,
            language=page.language,
            title=title,
            number=number,
            status=status,
            date=_date(facts, parts, name, kept),
            facts=kept,
            unread=tuple(fact for fact in facts if not fact.field and fact.text),
            relations=tuple(relations_of(page, facts, parts, self.kind, self.index, path)),
            parts=tuple(parts),
            summary=summary_of(parts, self.labels),
            problems=tuple(problems),
            skipped=skipped,
        )

    def _template(self, heading: str, kept: dict[str, AdrFact], stated: list[AdrFact]) -> str:
        """Say which of its facts shows that a text is still a template, or nothing."""
        what = ""
        date = kept.get("date")
        if stated and is_unfilled(stated[0].text, self._words):
            what = "status"
        elif heading and is_placeholder(heading):
            what = "title"
        elif not stated and date is not None and _UNFILLED_DATE.match(plain(date.text)):
            what = "date"
        return f"a template: its {what} is not filled in" if what else ""


def _says_status(text: str) -> bool:
    """Tell whether there is a text, and none that describes a column of a table of data."""
    return bool(text.strip()) and not _COLUMN.match(text)


def _kept(facts: list[AdrFact], kind: Kind) -> dict[str, AdrFact]:
    """Return the fact that counts for each field; ``N/A`` is none.

    People named under several words ("Deciders", "Owners") all count.
    """
    kept: dict[str, AdrFact] = {}
    for fact in facts:
        if fact.field and fact.text.strip() and not is_nothing(plain(fact.text)):
            first = kept.setdefault(fact.field, fact)
            if first.label != fact.label and _names_people(kind, fact.field):
                kept[fact.field] = first._replace(text=f"{first.text}, {fact.text}")
    return kept


def _names_people(kind: Kind, field: str) -> bool:
    spec = kind.field(field)
    return spec is not None and spec.type == "people"


def _numbers(name: Named, number: str, title: AdrFact) -> list[Problem]:
    if not (name.digits and number and int(name.digits) != int(number)):
        return []
    message = f"the title says number {number}, the name of the file {name.digits}; the name counts"
    return [Problem(Code.NUMBER, message, title.line)]


def _wrong_id(page: Page, used: str) -> list[Problem]:
    said = page.front.get("id")
    if said is None or not said.texts or (len(said.texts) == 1 and is_id(said.texts[0])):
        return []
    message = f"{said.texts[0][:60]!r} is no id; ids hold letters, digits, '.', '_' and '-'"
    return [Problem(Code.ID, f"{message}; using {used!r}", said.line)]


def _less(first: str, second: str) -> str:
    order = ("unknown", "guess", "likely", "sure")
    return min(first, second, key=order.index)


def _title(parts: list[Part], facts: list[AdrFact], words: str) -> tuple[AdrFact, str, str]:
    """Return the title, the number it says, and the heading as written."""
    headings = [part for part in parts if part.role == "title"]
    number = ""
    for part in headings:
        source = part.heading.text if part.heading else ""
        title, said = read_title(source)
        number = number or said
        if title:
            line = part.heading.line if part.heading else 1
            return AdrFact("title", "", title, line, "heading"), number, source
    for fact in facts:
        if fact.label.lower() in ("title", "titel", "titre", "título") and fact.text:
            title, said = read_title(fact.text)
            if title:
                return AdrFact("title", fact.label, title, fact.line, fact.where), said, fact.text
    for block in parts[0].blocks[:1]:
        first = block.text.split("\n")[0]
        if (
            block.kind == "text"
            and len(first) < _LONGEST_LINE
            and not any(fact.line == block.line for fact in facts)
        ):
            title, said = read_title(first.lstrip("# "))  # a heading that HTML has swallowed
            if title:
                return AdrFact("title", "", title, block.line, "line", "likely"), said, ""
    return AdrFact("title", "", words, 1, "file name", "guess"), number, ""


def _disagreements(stated: list[AdrFact], status: Status, words: Vocabulary) -> list[Problem]:
    found = []
    for other in stated[1:]:
        second = read_status(other.text, words)
        if second and second.word.key and second.word.key != status.word.key:
            message = (
                f"the status is {status.word.text!r} in the {stated[0].where} (line "
                f"{stated[0].line}) and {second.word.text!r} here; the first one counts"
            )
            found.append(Problem(Code.CONFLICT, message, other.line))
    return found


def _date(
    facts: list[AdrFact], parts: list[Part], name: Named, kept: dict[str, AdrFact]
) -> When | None:
    """Return the date that counts, and note in ``kept`` where it was found."""
    stated = [fact for fact in facts if fact.field == "date" and fact.text.strip()]
    stated.sort(key=lambda fact: fact.label.lower().strip() not in _PLACE_OF_DATE)
    kept.pop("date", None)
    for fact in stated:
        found = first_date(plain(fact.text))
        if found is not None:
            kept["date"] = fact
            return found
    status = kept.get("status")
    if status is not None:
        said = status_line(_without_links(status.text))
        found = next((date for date in dates_in(said) if date.iso), None)
        if found is not None:
            kept["date"] = AdrFact("date", "", found.text, status.line, "status", "likely")
            return found
    if name.date is not None:
        kept["date"] = AdrFact("date", "", name.date.text, 0, "file name", "likely")
        return name.date
    for part in parts:
        if part.role == "changes":
            texts = [" ".join((block.text, *block.cells)) for block in part.blocks]
            found = last_date("\n".join(texts))
            if found is not None:
                line = part.heading.line if part.heading else 1
                kept["date"] = AdrFact("date", "", found.text, line, "changelog", "likely")
                return found
    return _no_day(stated, kept)


def _no_day(stated: list[AdrFact], kept: dict[str, AdrFact]) -> When | None:
    """Return what stands in the place of a date and is none, such as ``2026-02-30``."""
    for fact in stated:
        text = plain(fact.text).strip()
        pattern = _NUMERIC if fact.where in STRICT else _LIKE_A_DAY
        if pattern.fullmatch(text):
            kept["date"] = fact
            return When("", text)
    return None


def _without_links(text: str) -> str:
    """Return a status without its links: a date in the title of another decision is not its own."""
    for link in reversed(targets(text)):
        if read_date(link.text) is None:
            text = text[: link.start] + text[link.end :]
    return text


def _no_record(name: Named, page: Page, parts: list[Part], status: Status | None) -> str:
    """Say why a text whose name does not tell is no decision, or nothing."""
    if not page.blocks:
        return "the file is empty" if not page.front else "the file holds no text"
    if is_template_name(name.stem):
        return "a template"
    if name.digits or name.date:
        return ""
    keys = {part.name for part in parts if part.role in ("body", "links") and part.name}
    told = len(keys & {"context", "decision", "options", "consequences", "drivers", "rationale"})
    known = status is not None and bool(status.word.key)
    if name.is_folder:
        return "" if known and told else "an index page"
    if known or (status is not None and told) or told >= _ENOUGH:
        return ""
    return "it has neither number, date nor status in its name or text, nor a decision's sections"
