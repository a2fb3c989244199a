"""Kinds of records: what is known of one, and the decorator that declares it."""

from __future__ import annotations

import dataclasses
import inspect
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, TypeVar, dataclass_transform

from sphinx_archdoc.model import fields as field_functions
from sphinx_archdoc.model.fields import FieldSpec, Settings
from sphinx_archdoc.model.findings import Location
from sphinx_archdoc.model.record import BASE_FIELDS, Record, SectionRef
from sphinx_archdoc.model.registry import BUILT_IN, Registry
from sphinx_archdoc.model.words import listed, mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sphinx_archdoc.model.vocabulary import Vocabulary

Family = Literal["decision", "element", "risk", "relation", "other"]
R = TypeVar("R", bound=Record)

#: One record as it is stored: the kind's name and all values in the order of the fields.
Packed = tuple[str, tuple[Any, ...]]


def header_word(text: str) -> str:
    """Return the form in which option names and table headers are compared."""
    return " ".join(text.casefold().replace("_", " ").replace("-", " ").rstrip(" ?:*").split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """A fact that follows from others of the same record: to show, sort and filter by.

    type  ``text``, ``amount`` or ``choice`` (with its vocabulary)
    code  ``module:function`` below ``model``, from the record to the value
    """

    name: str
    title: str
    help: str
    code: str
    type: Literal["text", "amount", "choice"] = "text"
    vocabulary: Vocabulary | None = None
    column: bool = False

    def value(self, record: Record) -> Any:
        """Return the fact of a record."""
        return computed(self.code, record)


def computed(code: str, record: Record) -> Any:
    """Return what the function ``module:function`` below ``model`` makes of a record."""
    module, _, name = code.partition(":")
    return getattr(import_module(f"sphinx_archdoc.model.{module}"), name)(record)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """All that is known of one kind of record; everything else derives from it.

    declared  the class of the declaration; :attr:`record` is what records are made of
    argument  what the directive's argument is: the ``title`` or the ``id``
    prefix    put before numbers of ids made by the extension (``R-1``)
    id_words  table headers that hold the id
    title_words  table headers that hold the title
    type_words   further words that mean this kind in the type column of a table
    page_form    whether a whole page may be a record: its directive stands bare on top of it
    notation  C4 word shown in brackets on a box; empty for kinds that are no building block
    role_css  look of the box, such as ``system``, ``store`` or ``node``
    shape     shape of the box, such as ``box``, ``cylinder`` or ``queue``
    body      the format its text is in (``flow``), see ``model.body``; empty: plain text
    derived   facts that follow from others
    standing  where the status comes from when nobody writes one: ``module:function`` below
              ``model``, from the record to a ``Word`` or None
    sums      whether its amounts add up: a row that says "total" is checked and no record
    name_ends words that headings put behind a name (``Order Entity``), no part of the name
    lead      in a list ``- **Lead:** rest``, the field (or ``title``) that the lead fills
    rest      the field (or ``title``) that the rest fills
    called_by fields that together name a row of a table without a column for the title
    headed    whether a heading over a list names one record, of which the items tell
    ticks     fields of words: a column of one's own with a tick in it is named in the first, one
              with a cross in the second
    repeats   whether several documents may declare the same one, each with facts of its own;
              building blocks always may, and are told where they contradict each other
    prefixed  whether ids made from titles start with the prefix, because records of several kinds
              are called alike (a component, its size, what it costs)
    """

    name: str
    declared: type[Record]
    title: str
    plural: str
    help: str
    family: Family
    argument: Literal["title", "id"]
    prefix: str
    fields: tuple[FieldSpec, ...]
    id_words: tuple[str, ...]
    title_words: tuple[str, ...]
    type_words: tuple[str, ...] = ()
    page_form: bool = False
    notation: str = ""
    role_css: str = ""
    shape: str = ""
    body: str = ""
    derived: tuple[Derived, ...] = ()
    standing: str = ""
    sums: bool = False
    name_ends: tuple[str, ...] = ()
    lead: str = "title"
    rest: str = ""
    called_by: tuple[str, ...] = ()
    headed: bool = False
    ticks: tuple[str, ...] = ()
    prefixed: bool = False
    repeats: bool = False
    _index: dict[str, FieldSpec] = dataclasses.field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    _attributes: list[str] = dataclasses.field(
        init=False, repr=False, compare=False, default_factory=list
    )

    @property
    def headers(self) -> dict[str, FieldSpec]:
        """The fields by every word that names one: attribute names, then titles, then synonyms.

        Made when first asked for; see :func:`header_word` for the form of the words.
        """
        if not self._index:
            words = (
                *((spec.name, spec) for spec in self.fields),
                *((spec.title, spec) for spec in self.fields),
                *((synonym, spec) for spec in self.fields for synonym in spec.synonyms),
            )
            for word, spec in words:
                self._index.setdefault(header_word(word), spec)
        return self._index

    @property
    def record(self) -> type[Record]:
        """The frozen dataclass of the records of this kind."""
        declared: Any = self.declared  # mypy looks for the hash of its instances
        return _record_class(declared, self.name)

    def field(self, name: str) -> FieldSpec | None:
        """Return the field with this attribute or option name."""
        attribute = name.replace("-", "_")
        for spec in self.fields:
            if spec.name == attribute:
                return spec
        return None

    def is_called(self, word: str) -> bool:
        """Tell whether the word in a type column means this kind."""
        words = (self.name, self.title, *self.type_words)
        return header_word(word) in map(header_word, words)

    def made_id(self, slug: str) -> str:
        """Return the id of a record whose author gives none, from its title as a slug."""
        start = self.prefix.lower() if self.prefixed else ""
        return slug if slug.startswith(start) else start + slug

    def columns(self) -> list[str]:
        """Return the names of the columns a table of this kind shows by default."""
        fields = [spec.name for spec in self.fields if spec.column]
        return ["id", "title", *fields, *(fact.name for fact in self.derived if fact.column)]

    def pack(self, record: Record) -> Packed:
        """Return the record as plain values, the form in which it is stored."""
        return (self.name, tuple(getattr(record, name) for name in self.attributes()))

    def unpack(self, values: tuple[Any, ...]) -> Record:
        """Return the record that :meth:`pack` made these values from."""
        return self.record(**dict(zip(self.attributes(), values, strict=True)))

    def attributes(self) -> Sequence[str]:
        """Return all attribute names in the order of storing; made when first asked for."""
        if not self._attributes:
            self._attributes.extend((*BASE_FIELDS, *(spec.name for spec in self.fields)))
        return self._attributes


@cache
def _record_class(declared: Any, name: str) -> type[Record]:
    """Return the dataclass of a declaration, made when the first record of the kind is.

    Making one takes longer than importing its module, and few projects use all kinds.
    """
    if "__dataclass_fields__" in vars(declared):
        made: type[Record] = type(declared.__name__, (declared,), {"__slots__": ()})
    else:
        made = dataclass(frozen=True, slots=True, kw_only=True)(declared)
    made.kind_name = name
    return made


def _specs(declared: type[Record]) -> Iterator[tuple[str, FieldSpec]]:
    """Yield the names and field declarations of a class, those of its bases first."""
    found: dict[str, dataclasses.Field[Any]] = {}
    for base in reversed(declared.__mro__):
        found.update(vars(base).get("__dataclass_fields__", {}))
        found.update(
            (name, value) for name, value in vars(base).items() if isinstance(value, _FIELD)
        )
    for name, field in found.items():
        if "spec" in field.metadata:
            yield name, field.metadata["spec"]


_FIELD = dataclasses.Field


#: Table headers that hold the id, whatever the kind.
_ID_WORDS = ("id", "#", "no", "nr", "number", "key", "identifier")


@dataclass_transform(
    kw_only_default=True,
    frozen_default=True,
    field_specifiers=(
        field_functions.text,
        field_functions.inline,
        field_functions.choice,
        field_functions.level,
        field_functions.date,
        field_functions.refs,
        field_functions.number,
        field_functions.range_,
        field_functions.amount,
        field_functions.flag,
        field_functions.people,
        field_functions.tags,
        field_functions.words,
        field_functions.owner,
    ),
)
def kind(name: str, **facts: Any) -> Callable[[type[R]], type[R]]:
    """Declare a kind: ``@kind("risk", title=…, plural=…, family=…)`` on a class of fields.

    The docstring of the class is the first paragraph of the reference page. Records are instances
    of ``Kind.record``, a frozen dataclass that is made of the class when it is first asked for.
    """

    def declare(cls: type[R]) -> type[R]:
        BUILT_IN.add(kind_of(cls, name, **facts))
        return cls

    return declare


def kind_of(
    cls: type[Record],
    name: str,
    *,
    title: str,
    plural: str = "",
    family: Family = "other",
    argument: Literal["title", "id"] = "title",
    prefix: str = "",
    id_words: tuple[str, ...] = (),
    title_words: tuple[str, ...] = (),
    type_words: tuple[str, ...] = (),
    page_form: bool = False,
    **more: Any,
) -> Kind:
    """Return the kind that a record class declares; see :class:`Kind` for the facts."""
    specs = []
    for attribute, spec in _specs(cls):
        specs.append(spec.named(attribute))
    own = dict.fromkeys((header_word(name), header_word(title)))
    of_kind = (f"{word} {what}" for word in own for what in ("id", "no", "number", "identifier"))
    return Kind(
        name=name,
        declared=cls,
        title=title,
        plural=plural or f"{title}s",
        help=inspect.getdoc(cls) or "",
        family=family,
        argument=argument,
        prefix=prefix or f"{name.upper()}-",
        fields=tuple(specs),
        id_words=(*_ID_WORDS, *of_kind, *id_words),
        title_words=("title", "name", name, title.lower(), *title_words),
        type_words=type_words,
        page_form=page_form,
        **more,
    )


__all__ = [
    "BUILT_IN", "Derived", "Family", "Kind", "Location", "Packed", "Record", "Registry",
    "SectionRef", "Settings", "computed", "header_word", "kind", "kind_of", "listed", "mark",
]  # fmt: skip
