"""Roadmaps: the picture of the milestones, or phases in the body, which declare them."""

from __future__ import annotations

import dataclasses
import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_archdoc.formats.item_facts import tick_of
from sphinx_archdoc.formats.phase_title import dates_of, read_phase
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.spans import read_span
from sphinx_archdoc.model.values import Number, clean, read_refs
from sphinx_archdoc.model.words import Word
from sphinx_archdoc.reading.tasks import groups, lead_words, take_tick
from sphinx_archdoc.reading.text import text_of
from sphinx_archdoc.render.sums import sum_line
from sphinx_archdoc.sphinxext.labels import translate
from sphinx_archdoc.sphinxext.list_items import (
    ItemReader,
    box,
    check_tick,
    dress_item,
    parse_blocks,
    state_badge,
)
from sphinx_archdoc.sphinxext.picture_directive import PictureDirective
from sphinx_archdoc.views.picture_options import read_request
from sphinx_archdoc.views.titles import titled

if TYPE_CHECKING:
    from sphinx_archdoc.reading.tasks import Group, Item
    from sphinx_archdoc.sphinxext.drafts import Draft


class _Steps(ItemReader):
    """Reads items as milestones; the time in a title is none of its words."""

    def named(self, words: str) -> str:
        """Return the title without its time."""
        return read_phase(words).title


class RoadmapDirective(PictureDirective):
    """Show milestones; with phases in the body, declare them and show these."""

    def build(self) -> list[nodes.Node]:
        """Return the picture, and the phases as they were written."""
        if not self.content:
            return super().build()
        self.options = self.check_options(self.spec.options)
        self.base = self._base()
        self.kind = self.domain.registry["milestone"]
        self.reader = _Steps(self, self.kind, date="end", people="owner")
        blocks = parse_blocks(self)
        found = groups(blocks)
        self.ticked: dict[int, list[str]] = {}
        named = [group for group in found if group.title is not None and group.items()]
        drafts = [self._phase(group) for group in named]
        if not named:
            drafts = self._rows(blocks)
        if not named and not drafts:
            drafts = [self._step(item) for group in found for item in group.items()]
        holder = nodes.container(classes=self.class_names("arch-roadmap"))
        self.set_source_info(holder)
        holder += blocks
        self._sums(holder, named)
        if not drafts:
            message = f"{self.name} holds no phases or list; its text is kept as it is"
            self.warn(Code.EMPTY, message)
        return [*self._picture(drafts), holder]

    def _picture(self, drafts: list[Draft]) -> list[nodes.Node]:
        """Return the picture, where any of the milestones has a date."""
        dated = any(read_span(str(draft.values.get("start", ""))) for draft in drafts) or any(
            read_span(str(draft.values.get("end", ""))) for draft in drafts
        )
        if not dated:
            return []
        request, problems = read_request(self.spec, self.options, self.argument)
        self._report(problems)
        request = dataclasses.replace(request, only=tuple(draft.id for draft in drafts))
        title = self.argument or request.title or titled(self.view_name, "", translate)
        return [self._figure(dataclasses.replace(request, title=title), title, scope="")]

    # -- milestones --------------------------------------------------------------------------------

    def _rows(self, blocks: list[nodes.Node]) -> list[Draft]:
        """Make a milestone of every row of a table, as ``milestone-table`` does."""
        from sphinx_archdoc.reading.tables import plain_tables, read_table
        from sphinx_archdoc.sphinxext.drafts import drafts
        from sphinx_archdoc.sphinxext.table_rows import RowReader

        table, problems = read_table(blocks)
        if table is None:
            return []
        self.report(problems)
        start = len(drafts(self.env))
        RowReader(self, self.kind, "", "").read(table)
        for node in plain_tables(blocks):
            node["classes"] += ["arch-table", "arch-declared"]
        return drafts(self.env)[start:]

    def _phase(self, group: Group) -> Draft:
        """Make a milestone of a heading, and tasks of the items below it."""
        states = [self._task(item) for item in group.items()]
        ticked = self.ticked[id(group)] = [state for state in states if state]
        node = group.title
        assert node is not None  # noqa: S101 -- groups with a title were chosen
        holder = node if isinstance(node, nodes.rubric) else node.parent
        values = self._times(group.name, holder.line or 0)
        if ticked:
            done = sum(state != "open" for state in ticked)
            values["tasks"] = Number(len(ticked), "", str(len(ticked)))
            values["done"] = Number(done, "", str(done))
        title = clean(read_phase(group.name).title)[0]
        draft = self.reader.note(holder, title, values, holder.line or 0)
        draft.reread = partial(_reread_phase, draft, holder)
        return draft

    def _task(self, item: Item) -> str:
        check_tick(self, item)
        state = take_tick(item)
        if state:
            # What the author ticked is done; the box says so.
            badges = [] if state in ("open", "done") else [state_badge(self._items, state)]
            dress_item(self.env, item, [box(state)], *badges)
        return state

    @property
    def _items(self) -> Any:
        return self.domain.registry["checklist-item"]

    def _step(self, item: Item) -> Draft:
        """Make a milestone of an item of a list without headings."""
        lead, rest = lead_words(item)
        text = item.text[tick_of(item.text)[1] :]
        draft, facts = self.reader.read(item)
        places = (lead, rest) if lead else (text, facts.words)
        timed = next((words for words in places if any(read_phase(words)[1:])), "")
        draft.values = {**self._times(timed, item.line), **draft.values}
        if lead:
            draft.summary = clean(read_phase(rest).title)[0]
            draft.reread = partial(_reread_step, draft, item)
        status = draft.values.get("status")
        if status is not None and status.key == "not-applicable":
            draft.values["status"] = Word("cancelled", "")
        if facts.state:
            dress_item(self.env, item, [box(facts.state)])
        return draft

    def _times(self, title: str, line: int) -> dict[str, Any]:
        """Return the time that a title states, as values of fields."""
        phase = read_phase(title)
        start, end = (self._day(text, line) for text in (phase.start, phase.end))
        if phase.horizon and self.base is not None:
            start, end = dates_of(phase.horizon, self.base)
        said = {"start": start, "end": end, "horizon": phase.horizon}
        values: dict[str, Any] = {name: text for name, text in said.items() if text}
        if phase.after:
            values["depends_on"] = read_refs(phase.after)[0]
        return values

    def _day(self, text: str, line: int) -> str:
        """Return a date in a title; one that there is not is reported and left out."""
        if not text or read_span(text):
            return text
        message = f"{self.name}: there is no {text!r}; write 2026-04-15, 2026-04, 2026-Q2 or 2026"
        self.warn(Code.DATE, message, line)
        return ""

    def _base(self) -> dt.date | None:
        text = self.value("from").strip()
        span = read_span(text) if text else None
        if text and span is None:
            message = f"{self.name}: from {text[:60]!r} is no date; write it as 2026-01-20"
            self.warn(Code.DATE, message, option="from")
        return dt.date.fromordinal(span[0]) if span else None

    def _sums(self, holder: nodes.container, named: list[Group]) -> None:
        """Put how much is done below each heading."""
        for group in named:
            ticked, title = self.ticked[id(group)], group.title
            if not ticked or title is None:
                continue
            node = title if isinstance(title, nodes.rubric) else title.parent
            done = sum(state != "open" for state in ticked)
            line = sum_line(done, len(ticked), translate)
            node.parent.insert(node.parent.index(node) + 1, line)


def _reread_phase(draft: Draft, holder: nodes.Element) -> None:
    """Take the title of a translated heading."""
    first = holder if isinstance(holder, nodes.rubric) else holder.children[0]
    draft.title = clean(read_phase(text_of([first])).title)[0] or draft.title


def _reread_step(draft: Draft, item: Item) -> None:
    """Take the title of a translated item, and the text behind it."""
    lead, rest = lead_words(item)
    if lead:
        draft.title = clean(read_phase(lead).title)[0]
        draft.summary = clean(read_phase(rest).title)[0]
