"""Items of lists as records: the author's list stays, each item gets an id and an anchor."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_archdoc.formats.item_facts import read_item, unknown_tick
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.header_names import by_header
from sphinx_archdoc.model.level_scales import on_one_scale
from sphinx_archdoc.model.options import read_value
from sphinx_archdoc.model.values import clean, is_id
from sphinx_archdoc.model.words import Word
from sphinx_archdoc.reading.tasks import headings_as_rubrics, lead_words, take_tick
from sphinx_archdoc.reading.text import text_of
from sphinx_archdoc.render.card import apart
from sphinx_archdoc.render.links import badge
from sphinx_archdoc.sphinxext.base import id_from, slug
from sphinx_archdoc.sphinxext.drafts import Draft, drafts
from sphinx_archdoc.sphinxext.labels import translate
from sphinx_archdoc.sphinxext.translated import later

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx.environment import BuildEnvironment

    from sphinx_archdoc.formats.item_facts import ItemFacts
    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.reading.tasks import Item
    from sphinx_archdoc.sphinxext.base import ArchDirective

#: What a box looks like, by the state it means.
BOXES = {"open": "☐", "done": "☑", "not-applicable": "☒"}


def parse_blocks(directive: ArchDirective) -> list[nodes.Node]:
    """Parse the content of a directive; headings in it become rubrics, in reST and MyST alike."""
    parsed = directive.parse_content_to_nodes(allow_section_headings=directive.in_rst)
    return headings_as_rubrics(parsed)


def title_above(directive: ArchDirective, words: str) -> list[nodes.Node]:
    """Return what stands over a list in place of the caption that a table has."""
    if not words:
        return []
    inline, messages = directive.parse_inline(words)
    rubric = nodes.rubric(words, "", *inline, classes=["arch-part"])
    directive.set_source_info(rubric)
    return [rubric, *messages]


def box(state: str) -> nodes.inline:
    """Return the box of an item; what it means is said in words beside it."""
    sign = BOXES.get(state, BOXES["open"])
    return nodes.inline("", sign, classes=["arch-box", f"arch-box-{state}"])


def state_badge(kind: Kind, state: str) -> nodes.inline:
    """Return the word of a state in a badge."""
    spec = kind.field("status")
    term = spec.vocabulary.get(state) if spec is not None and spec.vocabulary else None
    words = translate(term.label) if term else state
    tone = term.tone if term else "neutral"
    return badge(words, tone)


def dress_item(
    env: BuildEnvironment, item: Item, before: Sequence[nodes.Node], *after: nodes.Node
) -> None:
    """Put a box or the like before the words of an item, and a badge behind them."""
    item.node["classes"].append("arch-task")
    later(env, partial(_dress, item, before, after))


def _dress(item: Item, before: Sequence[nodes.Node], after: Sequence[nodes.Node]) -> None:
    if item.paragraph.get("translated"):
        take_tick(item)  # the translation has it too
    if before:
        item.paragraph.insert(0, [*before, nodes.Text(" ")])
    if after:
        item.paragraph += [*apart(), *after]


def check_tick(directive: ArchDirective, item: Item) -> None:
    """Report what stands in the place of a tick and is none."""
    sign = unknown_tick(item.text)
    if sign:
        message = (
            f"{directive.name}: {sign!r} is no tick; write [ ] for open, [x] for done or [-] for "
            "not applicable, and a blank behind it"
        )
        directive.warn(Code.VALUE, message, item.line)


class ItemReader:
    """Reads items of lists as records of one kind.

    ``date`` and ``people`` name the fields that a date and names without a label fill.
    ``local`` puts the page's name into made ids: such items may stand in many documents.
    """

    def __init__(
        self, directive: ArchDirective, kind: Kind, *, date: str, people: str, local: bool = False
    ) -> None:
        self.directive = directive
        self.kind = kind
        self.date = date
        self.people = people
        docname = directive.env.docname
        self.prefix = f"{slug(docname.replace('/', '-'), 40)}-" if local else ""
        self.labels = {word.casefold() for word in kind.headers}

    def read(self, item: Item, **given: str) -> tuple[Draft, ItemFacts]:
        """Make a record of an item; ``given`` are facts known from around it, by option."""
        facts = read_item(item.text, self.labels)
        check_tick(self.directive, item)
        state = take_tick(item)
        title, rest = lead_words(item)
        raw = {**given, **self._raw(facts)}
        for inner in item.below():
            raw = {**self._labelled(inner), **raw}
        title = clean(self.named(title or facts.words))[0]
        if rest and not facts.facts and self.kind.rest in self.kind.headers:
            raw.setdefault(self.kind.rest, rest)
        values = self._values(raw, item)
        status = self.kind.field("status")
        if state and status is not None and "status" not in values and state != "open":
            values["status"] = Word(state, "")
        draft = self.note(item.node, title, values, item.line)
        draft.reread = partial(self._reread, draft, item)
        return draft, facts

    def _reread(self, draft: Draft, item: Item) -> None:
        """Take the title of a translated item."""
        item.text = text_of([item.paragraph])
        title = lead_words(item)[0] or read_item(item.text, self.labels).words
        draft.title = clean(self.named(title))[0] or draft.title

    def named(self, words: str) -> str:
        """Return the title that the words of an item are."""
        return words

    def note(
        self, node: nodes.Element, title: str, values: dict[str, Any], line: int, wanted: str = ""
    ) -> Draft:
        """Add a record that stands at a node; without an id its title makes one."""
        title = " ".join(title.split())
        number = len(drafts(self.directive.env)) + 1
        made = id_from(self.kind.name, number, title)
        id_ = wanted if wanted and is_id(wanted) else self._free(self.prefix + made)
        if not title:
            message = f"{self.kind.name}: it has no name; it is called {id_!r}"
            self.directive.warn(Code.MISSING, message, line)
        anchor = self.directive.anchor(id_, self.kind.name)
        self.directive.carry(node, anchor)
        node["arch_record"] = id_
        draft = Draft(
            kind=self.kind,
            id=id_,
            title=title or id_,
            at=self.directive.place(line, anchor),
            node=node,
            origin="row",
            values=values,
        )
        drafts(self.directive.env).append(draft)
        return draft

    def _free(self, made: str) -> str:
        taken = {draft.id for draft in drafts(self.directive.env)}
        found, number = made, 2
        while found in taken:
            found, number = f"{made}-{number}", number + 1
        return found

    def _raw(self, facts: ItemFacts) -> dict[str, str]:
        raw = {
            spec.option: value
            for label, value in facts.facts.items()
            if (spec := by_header(self.kind, label)) is not None
        }
        if facts.date:
            raw.setdefault(self.date, facts.date)
        if facts.people:
            raw.setdefault(self.people, ", ".join(facts.people))
        return raw

    def _labelled(self, item: Item) -> dict[str, str]:
        """Return the fact that an item inside another states: ``- Owner: Ann``."""
        label, rest = lead_words(item)
        if not label:
            label, _, rest = item.text.partition(":")
        spec = by_header(self.kind, label.strip()) if rest.strip() else None
        return {spec.option: rest.strip()} if spec is not None else {}

    def _values(self, raw: Mapping[str, str], item: Item) -> dict[str, Any]:
        values: dict[str, Any] = {}
        reading = self.directive.domain.reading
        specs = {name: self.kind.field(name) for name in raw}
        for option, text in on_one_scale(specs, raw, len(reading.levels.terms)).items():
            spec = specs[option]
            if spec is None:
                continue
            value, problem = read_value(spec, clean(text)[0], reading, self.kind.name)
            if problem:
                words = clean(item.text)[0][:60]
                message = f"{self.kind.name} {words!r}: {problem.message}"
                self.directive.warn(problem.code, message, item.line)
            if value is not None:
                values[spec.name] = value
        return values
