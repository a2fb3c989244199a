"""Review checklists: a task list with its sums, ticked by hand or decided by the build."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.checks import check_for, checks
from sphinx_archdoc.checks.lists import Counted, DecidedRequest, SumRequest
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import suggestion
from sphinx_archdoc.model.header_names import by_header
from sphinx_archdoc.model.values import read_flag
from sphinx_archdoc.model.words import Word
from sphinx_archdoc.reading.tasks import groups
from sphinx_archdoc.sphinxext.base import ArchDirective
from sphinx_archdoc.sphinxext.list_items import (
    ItemReader,
    box,
    dress_item,
    parse_blocks,
    state_badge,
    title_above,
)
from sphinx_archdoc.sphinxext.page_patterns import pages_of
from sphinx_archdoc.sphinxext.translated import later
from sphinx_archdoc.sphinxext.view_place import place_view

if TYPE_CHECKING:
    from sphinx_archdoc.reading.tables import RawTable
    from sphinx_archdoc.reading.tasks import Group, Item

_MARK = re.compile(r"\s*\{check[:=][^{}]{1,80}\}")
_CHECK = re.compile(r"[\w-]+")


class ChecklistDirective(ArchDirective):
    """Make every item of a task list a record, and sum up."""

    def build(self) -> list[nodes.Node]:
        """Return the list as it was written, with boxes, words and sums."""
        if not self.content:
            self.warn(Code.EMPTY, f"{self.name} has no items; write a task list in the body")
            return []
        self.decide = "decide" in self.options and read_flag(self.options["decide"]) is not False
        self.mapped = self._mapped()
        self.pages = pages_of(self)
        self.kind = self.domain.registry["checklist-item"]
        self.reader = ItemReader(self, self.kind, date="signed", people="signed-by", local=True)
        blocks = parse_blocks(self)
        found = groups(blocks)
        counted = [self._item(group, item) for group in found for item in group.items()]
        counted += self._signed(found)
        holder = nodes.container(classes=self.class_names("arch-checklist"))
        self.set_source_info(holder)
        holder += title_above(self, self.argument)
        holder += blocks
        if not counted:
            message = f"{self.name} holds no list; its text is kept as it is"
            self.warn(Code.EMPTY, message)
        else:
            place = nodes.container(classes=["arch-sums"])
            self.set_source_info(place)
            request = SumRequest(items=tuple(counted), pages=self.pages)
            place += place_view(self, "review-checklist", request, place, self.argument)
            holder.insert(1 if self.argument else 0, place)
        self.add_name(holder)
        return [holder]

    # -- items -------------------------------------------------------------------------------------

    def _item(self, group: Group, item: Item) -> Counted:
        draft, facts = self.reader.read(item, group=group.name)
        check = self._check(facts.facts.get("check", ""), facts.words, item)
        state = facts.state or "open"
        status = draft.values.get("status")
        if status is not None:
            state = status.key
        if check:
            draft.values["check"] = check
            draft.values.pop("status", None)
            self._decided(item, check)
        else:
            draft.values.pop("check", None)
            # The author's tick says it; a badge would say it twice.
            ticked = state == facts.state == "done"
            badges = [] if ticked else [state_badge(self.kind, state)]
            dress_item(self.env, item, [box(state)], *badges)
        return Counted(group.name, state, check)

    def _check(self, named: str, words: str, item: Item) -> str:
        """Return the check that decides an item: named in it, by an option, or by its words."""
        wanted = named or self.mapped.get(words.casefold(), "")
        if not wanted:
            return check_for(words) if self.decide else ""
        if wanted in checks():
            return wanted
        hint = suggestion(wanted, checks())
        message = f"{self.name}: there is no check {wanted!r}; {hint}; it is ticked by hand"
        self.warn(Code.VALUE, message, item.line)
        return ""

    def _decided(self, item: Item, check: str) -> None:
        """Let the answer of a check be put in place of the box, and its reason below."""
        later(self.env, partial(_take_mark, item))
        for part in ("box", "reason"):
            here = self.env.docname
            request = DecidedRequest(check=check, part=part, docname=here, pages=self.pages)
            slot = place_view(self, "review-checklist", request, item.node, self.argument)
            if part == "box":
                dress_item(self.env, item, [slot])
            else:
                item.node.insert(1, slot)

    def _mapped(self) -> dict[str, str]:
        """Read the option that says which checks decide which items."""
        found: dict[str, str] = {}
        for pair in filter(str.strip, re.split(r"[;\n]", self.value("checks"))):
            words, check = _parted(pair)
            if not words or not _CHECK.fullmatch(check):
                message = f"{self.name}: checks: {pair.strip()[:60]!r} is no pair of item and check"
                self.warn(Code.VALUE, message, option="checks")
            else:
                found[" ".join(words.split()).casefold()] = check.lower()
        return found

    # -- sign-off as a table -----------------------------------------------------------------------

    def _signed(self, found: list[Group]) -> list[Counted]:
        """Read tables of who signed when; each row is an item."""
        from sphinx_archdoc.reading.tables import plain_tables, read_table

        counted: list[Counted] = []
        for group in found:
            table, _problems = read_table(group.blocks)
            rows = self._rows(group, table) if table is not None else []
            if rows:
                counted += rows
                for node in plain_tables(group.blocks):
                    node["classes"] += ["arch-table", "arch-declared"]
        return counted

    def _rows(self, group: Group, table: RawTable) -> list[Counted]:
        from sphinx_archdoc.sphinxext.drafts import drafts
        from sphinx_archdoc.sphinxext.local_rows import LocalRows

        meant = {spec.name for header in table.headers if (spec := by_header(self.kind, header))}
        if not meant & {"signed_by", "signed", "status"}:
            return []
        before = len(drafts(self.env))
        LocalRows(self, self.kind, "", "").read(table)
        made = drafts(self.env)[before:]
        counted = []
        for draft in made:
            status = draft.values.get("status")
            signed = draft.values.get("signed_by") and draft.values.get("signed")
            if signed and status is None:
                status = draft.values["status"] = Word("done", "")
            state = status.key if status is not None else "open"
            draft.values["group"] = group.name
            counted.append(Counted(group.name, state))
        return counted


def _take_mark(item: Item) -> None:
    """Take off the name of a check; the answer stands for it."""
    for text in [*item.paragraph.findall(nodes.Text)]:
        bare = _MARK.sub("", str(text))
        if bare != str(text):
            text.parent.replace(text, nodes.Text(bare))


def _parted(pair: str) -> tuple[str, str]:
    """Return the words of an item and the check behind their last ``:`` or ``=``."""
    at = max(pair.rfind(":"), pair.rfind("="))
    return pair[: max(at, 0)].strip(), pair[at + 1 :].strip()
