"""Lists in the body of a table or list directive: every item a record, the list stays."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.formats.record_items import is_plural, is_remark, names_listed, record_facts
from sphinx_archdoc.model.effort_rows import is_subtotal, is_total
from sphinx_archdoc.model.header_names import by_header
from sphinx_archdoc.model.values import clean
from sphinx_archdoc.reading.tasks import groups, lead_words
from sphinx_archdoc.reading.text import line_of, text_of
from sphinx_archdoc.sphinxext.draft_sums import check_total
from sphinx_archdoc.sphinxext.list_items import ItemReader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_archdoc.model.fields import FieldSpec
    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.reading.tasks import Group, Item
    from sphinx_archdoc.sphinxext.base import ArchDirective
    from sphinx_archdoc.sphinxext.drafts import Draft


_TWO_WORDS = 2


class RecordItems(ItemReader):
    """Reads items as records of one kind; see :mod:`sphinx_archdoc.formats.record_items`.

    Two sorts of items tell more of a record that is there already: ``**Version:** 3`` below a
    technology, and the items below a heading that names a field (*Achieved*, after *Targets*).
    """

    def __init__(self, directive: ArchDirective, kind: Kind, prefix: str, inside: str) -> None:
        super().__init__(directive, kind, date="", people="")
        self.prefix = f"{inside}." if inside else prefix or kind.made_id("")
        self.made: list[Draft] = []
        self.since = 0  # where the items begin that the next subtotal is of
        # What a heading says of its items, where their bold words say it of a single one.
        self.about = kind.lead if kind.rest == "title" and kind.field(kind.lead) else ""

    def read_all(self, blocks: Sequence[nodes.Node]) -> int:
        """Make a record of every item of the lists among these blocks; return how many."""
        for group in groups(blocks):
            items = group.items()
            if self.about or not items:
                items += group.labelled()
            if not self._listed(items) and not self._headed(group, items):
                self._group(group, items)
        return len(self.made)

    def _listed(self, items: Sequence[Item]) -> bool:
        """Read ``Roles: Admin, User``; beside such a line other labels are text."""
        found = [(item, names_listed(self.kind, *lead_words(item))) for item in items]
        for item, names in found:
            for name in names:
                self._made(item, {"title": name})
        return any(names for _, names in found)

    def _headed(self, group: Group, items: Sequence[Item]) -> bool:
        """Read a heading with a list below as one record, for kinds that are written so."""
        title = group.title
        if not self.kind.headed or title is None or not items or is_plural(self.kind, group.name):
            return False
        raw: dict[str, str] = {}
        texts: list[str] = []
        for item in items:
            lead, rest = lead_words(item)
            told = self._labelled(item)
            if lead and rest and not told:
                return False  # bold names of its own: a group of records
            raw = {**told, **raw}
            texts += [] if told else [item.text]
        if texts:
            raw.setdefault(self.kind.rest, "; ".join(texts))
        holder = title if isinstance(title, nodes.rubric) else title.parent
        values = self._values(raw, items[0])
        self.made.append(self.note(holder, group.name, values, line_of(holder)))
        return True

    def _group(self, group: Group, items: Sequence[Item]) -> None:
        name, labelled = group.name, isinstance(group.title, nodes.strong)
        if group.title is None and items and self._told(*lead_words(items[0])) is not None:
            name = self._around()
        asked = self._asked(name)
        about = {self.about: name} if self.about and name else {}
        current: Draft | None = None
        # A group that begins with a field is about one record, the one that its heading names.
        whole = bool(name) and bool(items) and self._told(*lead_words(items[0])) is not None
        for item in items:
            lead, rest = lead_words(item)
            told = self._told(lead, rest) if whole or (self.about and current) else None
            if told is not None:
                current = current or self._made(item, {"title": name})
                current.values |= self._values({told.option: rest, **about}, item)
                continue
            if labelled and asked is None and is_remark(self.kind, lead, item.text):
                continue
            raw = record_facts(self.kind, lead, rest if lead else item.text)
            if self.kind.sums and is_total(raw["title"]):
                said = raw.get(self.kind.rest, "")
                of = self.made[self.since if is_subtotal(raw["title"]) else 0 :]
                check_total(self.directive, raw["title"], said, of, item.line)
                self.since = len(self.made)
                continue
            known = self._named(raw["title"]) if asked else None
            if asked is not None and self.kind.rest in raw:
                raw[asked.option] = raw.pop(self.kind.rest)
            if known is not None:
                del raw["title"]
                known.values |= self._values(raw, item)
                continue
            for inner in item.below():
                raw = {**raw, **self._labelled(inner)}
            current = self._made(item, {**about, **raw})

    def _around(self) -> str:
        """Return what facts without a name of their own are about: the title, or the heading."""
        holder = self.directive.state_machine.node
        first = holder.children[0] if holder and holder.children else None
        return self.directive.argument or (
            text_of(first.children) if isinstance(first, nodes.title) else ""
        )

    def _asked(self, name: str) -> FieldSpec | None:
        """Return the field that a heading names: *Achieved*, *Targets*, *Current capacity*."""
        words = name.split()
        spec = by_header(self.kind, name) or by_header(self.kind, name.removesuffix("s"))
        if spec is None and len(words) == _TWO_WORDS:
            spec = by_header(self.kind, words[0])
        wanted = self.kind.field(self.kind.rest)
        # Only what says the same sort of thing as the rest of an item: amounts for amounts.
        return spec if spec and wanted and spec.type == wanted.type == "amount" else None

    def _told(self, lead: str, rest: str) -> FieldSpec | None:
        """Return the field that bold words name; what they say of every item is none."""
        spec = by_header(self.kind, lead) if lead and rest else None
        return spec if spec is not None and spec.option != self.kind.lead else None

    def _made(self, item: Item, raw: dict[str, str]) -> Draft:
        title, id_ = clean(raw.pop("title"))[0], raw.pop("id", "")
        made = self.note(item.node, title, self._values(raw, item), item.line, id_)
        made.reread = partial(self._reread, made, item)
        self.made.append(made)
        return self.made[-1]

    def _reread(self, draft: Draft, item: Item) -> None:
        """Take the title of a translated item, and what its text says."""
        if not draft.title or draft.title not in item.text:
            return  # it has another's: of its heading, or one of several in a line
        item.text = text_of([item.paragraph])
        lead, rest = lead_words(item)
        for option, text in record_facts(self.kind, lead, rest if lead else item.text).items():
            spec = self.kind.field(option)
            if option == "title":
                draft.title = clean(text)[0] or draft.title
            elif spec is not None and spec.type in ("text", "inline"):
                draft.values[spec.name] = clean(text)[0]

    def _named(self, title: str) -> Draft | None:
        """Return the record of this name, or the only one that begins with it: API, API time."""
        words = title.casefold().split()
        alike = [
            draft
            for draft in self.made
            if draft.title.casefold().split()[: len(words)] == words[: len(draft.title.split())]
        ]
        return alike[0] if len(alike) == 1 else None
