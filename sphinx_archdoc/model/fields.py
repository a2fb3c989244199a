"""Declared fields: one declaration drives options, columns, links, checks, schema and docs."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from sphinx_archdoc.model.words import Vocabulary, mark, scale

if TYPE_CHECKING:
    from collections.abc import Mapping

FieldType = Literal[
    "text", "inline", "choice", "level", "date", "refs", "number", "range", "amount", "flag",
    "tags", "people",
]  # fmt: skip

#: What a field holds when the author says nothing, by type.
EMPTY: dict[str, Any] = {
    "text": "", "inline": "", "choice": None, "level": None, "date": None, "refs": (),
    "number": None, "range": None, "amount": None, "flag": False, "tags": (), "people": (),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSpec:
    """One declared field.

    name      attribute name; the option is the same with hyphens
    title     label in facts and table headers
    synonyms  other words for it, as option or column header, in lower case
    column    shown in the kind's table by default
    targets   kinds or families a reference may name; empty: any
    inverse   label shown on the other end of a reference
    reverse_of  name of the field this one is the other end of (``superseded_by``)
    acyclic   references of this field must not form a circle
    """

    type: FieldType
    name: str = ""
    title: str = ""
    help: str = ""
    required: bool = False
    column: bool = False
    synonyms: tuple[str, ...] = ()
    vocabulary: Vocabulary | None = None
    targets: tuple[str, ...] = ()
    inverse: str = ""
    reverse_of: str = ""
    acyclic: bool = False

    def named(self, name: str) -> FieldSpec:
        """Return this declaration with the name of its attribute, and a title if it has none.

        A declaration that belongs to nobody yet is completed: copying all of them would be a good
        part of the time that loading the kinds takes.
        """
        title = self.title or name.replace("_", " ").capitalize()
        if self.name and (self.name, self.title) != (name, title):
            return dataclasses.replace(self, name=name, title=title)
        object.__setattr__(self, "name", name)
        object.__setattr__(self, "title", title)
        return self

    @property
    def option(self) -> str:
        """The name of the directive option."""
        return self.name.replace("_", "-")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the project's configuration says about reading values."""

    levels: Vocabulary = dataclasses.field(default_factory=lambda: scale(3))
    synonyms: Mapping[str, Mapping[str, str]] = dataclasses.field(default_factory=dict)

    def vocabulary(self, spec: FieldSpec, kind: str) -> Vocabulary | None:
        """Return the words allowed in a field, with the project's own synonyms."""
        if spec.type == "level":
            return self.levels
        own = self.synonyms.get(kind) if spec.name == "status" else None
        return spec.vocabulary.extended(dict(own)) if own and spec.vocabulary else spec.vocabulary


def _declare(kind: FieldType, help_: str, **facts: Any) -> Any:
    spec = FieldSpec(type=kind, help=help_, **facts)
    return dataclasses.field(default=EMPTY[kind], metadata={"spec": spec})


def text(help: str, **facts: Any) -> Any:  # noqa: A002 -- reads best in a declaration
    """Declare a line of plain text."""
    return _declare("text", help, **facts)


def inline(help: str, **facts: Any) -> Any:  # noqa: A002
    """Declare a line with inline markup, kept as spans."""
    return _declare("inline", help, **facts)


def choice(vocabulary: Vocabulary, help: str, **facts: Any) -> Any:  # noqa: A002
    """Declare one of a set of words; synonyms count, unknown words stay visible."""
    return _declare("choice", help, vocabulary=vocabulary, **facts)


def level(help: str, **facts: Any) -> Any:  # noqa: A002
    """Declare a step on the project's scale (low, medium, high, …)."""
    return _declare("level", help, **facts)


def date(help: str, **facts: Any) -> Any:  # noqa: A002
    """Declare a calendar date."""
    return _declare("date", help, **facts)


def refs(*targets: str, help: str, **facts: Any) -> Any:  # noqa: A002
    """Declare references to records of the given kinds or families (none given: any)."""
    return _declare("refs", help, targets=targets, **facts)


def number(help: str, **facts: Any) -> Any:  # noqa: A002
    """Declare a number with an optional unit."""
    return _declare("number", help, **facts)


def range_(help: str, **facts: Any) -> Any:  # noqa: A002
    """Declare a range of numbers with an optional unit."""
    return _declare("range", help, **facts)


def amount(help: str, **facts: Any) -> Any:  # noqa: A002
    """Declare an amount as people write it (``< 200 ms (p95)``); other texts stay texts."""
    return _declare("amount", help, **facts)


def flag(help: str, **facts: Any) -> Any:  # noqa: A002
    """Declare a yes/no."""
    return _declare("flag", help, **facts)


def people(help: str, **facts: Any) -> Any:  # noqa: A002
    """Declare a list of people or groups."""
    return _declare("people", help, **facts)


def tags(**facts: Any) -> Any:
    """Declare the free labels of a record."""
    return _declare(
        "tags",
        mark("Free labels, separated by commas."),
        synonyms=("labels", "topics", "categories", "keywords", "schlagwörter"),
        **facts,
    )


def words(help: str, **facts: Any) -> Any:  # noqa: A002
    """Declare a list of short texts."""
    return _declare("tags", help, **facts)


def owner(**facts: Any) -> Any:
    """Declare who is responsible for a record."""
    return _declare(
        "people",
        mark("The person or team responsible."),
        synonyms=("responsible", "team", "owned by", "verantwortlich", "responsable"),
        **facts,
    )
