"""All records and relations as one plain Markdown text, for readers and for language models."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_archdoc.formats.markdown_text import escape, escape_inline
from sphinx_archdoc.model.inline import plain
from sphinx_archdoc.model.lifecycle import effective_status
from sphinx_archdoc.model.quantities import Amount
from sphinx_archdoc.model.values import Number, Range, Ref, When
from sphinx_archdoc.model.words import Word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx_archdoc.diagrams.outline import Item
    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store


def _same(text: str) -> str:
    return text


def _nothing(_record: Record) -> str:
    return ""


def _none(_record: Record) -> tuple[Item, ...]:
    return ()


def as_markdown(
    store: Store,
    title: str,
    *,
    address: Callable[[Record], str] = _nothing,
    text: Callable[[Record], str] = _nothing,
    words: Callable[[Record], tuple[Item, ...]] = _none,
    translate: Callable[[str], str] = _same,
) -> str:
    """Return all records, kind by kind, with their facts and what refers to them.

    address    where a reader finds the record
    text       what the author wrote about it, as Markdown; without it the summary stands there
    words      what its text in a format says: the steps of a flow, the columns of an entity
    translate  labels in the language of the documentation
    """
    writer = _Writer(store, address, text, words, translate)
    lines = [f"# {escape(title)}", ""]
    for kind in store.registry:
        records = store.of(kind.name)
        if records and kind.family != "relation":
            lines += [f"## {translate(kind.plural)} ({len(records)})", ""]
            for record in records:
                lines += writer.record(kind, record)
    ties = list(writer.relations())
    if ties:
        lines += [f"## {translate('Relations')} ({len(ties)})", "", *ties, ""]
    return "\n".join(lines).rstrip() + "\n"


def _listed(items: tuple[Item, ...], indent: str = "") -> Iterator[str]:
    """Yield sentences as items of a list; steps keep the numbers that the picture gives them."""
    for item in items:
        # A number of the list's own would count from one below each condition.
        number = f"({escape_inline(item.number)}) " if item.number else ""
        yield f"{indent}- {number}{escape(item.text())}"
        yield from _listed(item.below, f"{indent}  ")


class _Writer:
    def __init__(
        self,
        store: Store,
        address: Callable[[Record], str],
        text: Callable[[Record], str],
        words: Callable[[Record], tuple[Item, ...]],
        translate: Callable[[str], str],
    ) -> None:
        self.store = store
        self.address = address
        self.text = text
        self.words = words
        self.translate = translate

    def record(self, kind: Kind, record: Record) -> Iterator[str]:
        """Yield the lines of one record: heading, facts, links from elsewhere, text."""
        yield from (f"### {self.name(record.id)}", "")
        facts = [*self.facts(kind, record), *self.inverse(record)]
        if place := self.address(record):
            facts.append((self.translate("Page"), f"<{place}>"))
        for label, value in facts:
            yield f"- {escape(self.translate(label))}: {value}"
        if facts:
            yield ""
        text = self.text(record) or escape(record.summary)
        if text:
            yield from (text, "")
        if items := self.words(record):
            yield from (*_listed(items), "")

    def facts(self, kind: Kind, record: Record) -> Iterator[tuple[str, str]]:
        """Yield the label and the value of what is known of a record."""
        parent = self.store.parent(record.id) if kind.family == "element" else ""
        if parent:
            yield "Part of", self.name(parent)
        for spec in kind.fields:
            value = getattr(record, spec.name)
            if spec.name == "status":
                value = effective_status(self.store, record) or value
            if value not in (None, "", (), False):
                yield spec.title, self.value(value)
        for name, value in record.extra:
            if said := plain(value):
                yield name, escape(said)

    def inverse(self, record: Record) -> Iterator[tuple[str, str]]:
        """Yield what refers to a record, under the names that its fields have for that.

        What the record names itself under such a name (`Superseded by`) is left out.
        """
        groups: dict[str, list[str]] = {}
        said = {
            (spec.title, ref.id)
            for spec in self.store.kind(record).fields
            if spec.type == "refs"
            for ref in getattr(record, spec.name)
        }
        for link in self.store.relations.incoming(record.id):
            source = self.store.get(link.source)
            spec = self.store.kind(source).field(link.field) if source is not None else None
            if source is None or spec is None or self.store.kind(source).family == "relation":
                continue
            label = spec.inverse or "Referred to by"
            note = f" ({escape(link.note)})" if link.note else ""
            if (label, source.id) not in said:
                groups.setdefault(label, []).append(f"{self.name(source.id)}{note}")
        for label, names in sorted(groups.items()):
            yield label, "; ".join(dict.fromkeys(names))

    def relations(self) -> Iterator[str]:
        """Yield a line for each relation between building blocks."""
        for record in self.store.of("relation"):
            ends = [getattr(record, end, ()) for end in ("source", "target")]
            names = [", ".join(self.name(ref.id) for ref in end) for end in ends]
            technology = str(getattr(record, "technology", "") or "")
            label = f": {escape(record.title)}" if record.title != record.id else ""
            yield f"- {names[0]} → {names[1]}{label}{f' ({escape(technology)})' * bool(technology)}"

    def name(self, id_: str) -> str:
        """Return an id, with its title where that says more."""
        record = self.store.get(id_)
        title = record.title if record is not None else ""
        return escape(id_ if title in ("", id_) else f"{id_}: {title}")

    def value(self, value: Any) -> str:
        """Return the value of a field."""
        if value is True:
            return self.translate("yes")
        if isinstance(value, (Word, When, Number, Range, Amount)):
            said = value.text or str(getattr(value, "key", "") or getattr(value, "iso", ""))
            return escape(said)
        if isinstance(value, tuple):
            if all(isinstance(item, Ref) for item in value):
                return "; ".join(
                    self.name(ref.id) + (f" ({escape(ref.note)})" if ref.note else "")
                    for ref in value
                )
            if any(isinstance(item, tuple) for item in value):
                return escape(plain(value))
            return escape(", ".join(map(str, value)))
        return escape(str(value))
