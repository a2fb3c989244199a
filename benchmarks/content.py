"""The neutral content: records, prose with links, and facts derived from them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

PER_PAGE = 10

#: Columns of the three overview tables, the same in every dialect.
COLUMNS: dict[str, tuple[str, ...]] = {
    "adr": ("id", "title", "status", "date", "deciders"),
    "component": ("id", "title", "technology", "owner"),
    "risk": ("id", "title", "impact", "likelihood", "status", "owner"),
}

#: Kind -> folder and heading of its pages.
FOLDERS: dict[str, tuple[str, str]] = {
    "adr": ("decisions", "Decisions"),
    "component": ("components", "Components"),
    "risk": ("risks", "Risks"),
}


@dataclass(frozen=True, slots=True)
class Mention:
    """A link in running text to the record of that id."""

    target: str


@dataclass(frozen=True, slots=True)
class Code:
    """A literal in running text."""

    text: str


Piece = str | Mention | Code
Paragraph = tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    id: str
    title: str
    status: str
    date: str
    deciders: tuple[str, ...]
    tags: tuple[str, ...]
    supersedes: tuple[str, ...] = ()
    amends: tuple[str, ...] = ()
    affects: tuple[str, ...] = ()
    context: tuple[Paragraph, ...]
    decision: tuple[Paragraph, ...]
    positive: tuple[Paragraph, ...]
    negative: tuple[Paragraph, ...]
    kind: str = "adr"

    @property
    def facts(self) -> dict[str, str]:
        return {
            "status": self.status,
            "date": self.date,
            "deciders": ", ".join(self.deciders),
            "tags": ", ".join(self.tags),
        }

    @property
    def relations(self) -> dict[str, tuple[str, ...]]:
        return {"supersedes": self.supersedes, "amends": self.amends, "affects": self.affects}

    @property
    def prose(self) -> tuple[Paragraph, ...]:
        return (*self.context, *self.decision, *self.positive, *self.negative)


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    id: str
    title: str
    technology: str
    owner: str
    tags: tuple[str, ...]
    prose: tuple[Paragraph, ...]
    kind: str = "component"

    @property
    def facts(self) -> dict[str, str]:
        return {
            "technology": self.technology,
            "owner": self.owner,
            "tags": ", ".join(self.tags),
        }

    @property
    def relations(self) -> dict[str, tuple[str, ...]]:
        return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    id: str
    title: str
    impact: str
    likelihood: str
    status: str
    owner: str
    affects: tuple[str, ...]
    mitigated_by: tuple[str, ...]
    prose: tuple[Paragraph, ...]
    kind: str = "risk"

    @property
    def facts(self) -> dict[str, str]:
        return {
            "impact": self.impact,
            "likelihood": self.likelihood,
            "status": self.status,
            "owner": self.owner,
        }

    @property
    def relations(self) -> dict[str, tuple[str, ...]]:
        return {"affects": self.affects, "mitigated-by": self.mitigated_by}


Record = Decision | Component | Risk


@dataclass(frozen=True, kw_only=True)
class Project:
    decisions: tuple[Decision, ...]
    components: tuple[Component, ...]
    risks: tuple[Risk, ...]

    @property
    def by_kind(self) -> dict[str, tuple[Record, ...]]:
        return {"adr": self.decisions, "component": self.components, "risk": self.risks}

    @property
    def records(self) -> tuple[Record, ...]:
        return (*self.decisions, *self.components, *self.risks)

    @cached_property
    def index(self) -> dict[str, Record]:
        return {record.id: record for record in self.records}

    @cached_property
    def pages(self) -> dict[str, tuple[Record, ...]]:
        """Document name -> its records, ten to a page."""
        pages: dict[str, tuple[Record, ...]] = {}
        for kind, records in self.by_kind.items():
            folder = FOLDERS[kind][0]
            for number, start in enumerate(range(0, len(records), PER_PAGE), 1):
                pages[f"{folder}/part-{number:04d}"] = records[start : start + PER_PAGE]
        return pages

    @cached_property
    def page_of(self) -> dict[str, str]:
        return {record.id: page for page, records in self.pages.items() for record in records}

    @cached_property
    def related_from(self) -> dict[str, tuple[str, ...]]:
        """Record id -> ids of the records whose relations name it, in project order."""
        return self._sources(mentions=False)

    @cached_property
    def referenced_by(self) -> dict[str, tuple[str, ...]]:
        """The same, with the records whose text links to it."""
        return self._sources(mentions=True)

    def _sources(self, *, mentions: bool) -> dict[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = {}
        for record in self.records:
            targets = [target for ids in record.relations.values() for target in ids]
            if mentions:
                pieces = (piece for paragraph in record.prose for piece in paragraph)
                targets += [piece.target for piece in pieces if isinstance(piece, Mention)]
            for target in targets:
                found.setdefault(target, {})[record.id] = None
        return {target: tuple(sources) for target, sources in found.items()}

    def label(self, record_id: str) -> str:
        """What a link to the record shows: a building block its title, the others their id."""
        record = self.index[record_id]
        return record.title if record.kind == "component" else record.id

    def text(self, paragraph: Paragraph) -> str:
        """The words a reader sees."""
        parts = []
        for piece in paragraph:
            if isinstance(piece, Mention):
                parts.append(self.label(piece.target))
            elif isinstance(piece, Code):
                parts.append(piece.text)
            else:
                parts.append(piece)
        return "".join(parts)


def cell(record: Record, column: str) -> str:
    """The text of one overview cell."""
    if column == "id":
        return record.id
    if column == "title":
        return record.title
    return record.facts[column]
