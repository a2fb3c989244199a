"""After any sequence of edits the incremental output equals a clean build."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from building import Project
from hypothesis import HealthCheck, settings, stateful
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

if TYPE_CHECKING:
    from building import Build

#: What Sphinx itself leaves as it was, see test_incremental.
SPHINX_LEAVES = ("searchindex.js", "objects.inv", ".archdoc-cache")
#: Warnings over the whole project; others are given only when their page is read.
GLOBAL = ("duplicate", "reference", "self_link", "cycle", "wrong_kind", "conflict", "missing")

PAGES = tuple(f"p{n}" for n in range(5))
TITLES = ("Alpha", "Beta", "Gamma *x*", "Ünï", "Use <b>")
STATUSES = ("accepted", "proposed", "superseded", "odd", "")
IDS = ("ADR-1", "ADR-2", "ADR-3", "ADR-4")
TARGETS = (*IDS, "shop.api", "R-1", "nowhere")
VIEWS = (
    ".. adr-list::\n",
    ".. adr-list::\n   :status: accepted\n   :columns: id, title, superseded-by\n",
    ".. risk-table::\n",
    ".. c4-context:: shop\n",
    ".. component-table::\n",
    ".. c4-container:: shop\n   :depth: 2\n",
    ".. c4-deployment::\n",
    ".. c4-dynamic:: FLOW-1\n",
    ".. adr-graph::\n",
    ".. adr-timeline::\n",
    ".. dependency-graph::\n   :relations: affects, supersedes\n",
    ".. roadmap::\n",
)


@dataclass
class Adr:
    id: str
    title: str
    status: str = ""
    links: dict[str, str] = field(default_factory=dict)
    role: str = ""

    def text(self) -> str:
        lines = [f".. adr:: {self.title}", f"   :id: {self.id}"]
        lines += [f"   :status: {self.status}"] * bool(self.status)
        lines += [f"   :{name}: {target}" for name, target in sorted(self.links.items())]
        said = f" See :any:`{self.role}`." if self.role in ("shop.api", "R-1") else ""
        said += f" See :adr:`{self.role}`." if self.role.startswith("ADR") else ""
        return "\n".join([*lines, "", f"   Text of {self.id}.{said}", "", ""])


@dataclass
class Page:
    title: str
    records: list[Adr] = field(default_factory=list)
    views: list[str] = field(default_factory=list)

    def text(self) -> str:
        head = f"{self.title}\n{'=' * 20}\n\n"
        return head + "".join(record.text() for record in self.records) + "\n".join(self.views)


MODEL = """\
Model
=====

.. c4-model::

   person buyer "Buyer"
   system shop "Shop"
     app api "{}" [x] : Takes orders
   buyer -> shop.api : Buys
   deployment-node prod.eu "EU"
   instance prod.eu shop.api x2

.. flow:: Buy
   :id: FLOW-1

   buyer -> shop.api : Buys

.. milestone:: Ship the {}
   :id: M-1
   :start: 2026-Q2
   :affects: shop.api

.. risk:: A risk
   :id: R-1
   :impact: {}
   :likelihood: low
   :mitigated-by: ADR-1
"""


class Edits(RuleBasedStateMachine):
    """Edits a project and builds it after each."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="archdoc-states-"))
        self.project = Project(self.folder)
        self.pages: dict[str, Page] = {}
        self.written: dict[str, str] = {}
        self.api, self.impact = "API", "high"
        self.clock = 1_800_000_000
        self.last: Build | None = None

    def teardown(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    # -- edits ---------------------------------------------------------------------------------

    @initialize()
    def start(self) -> None:
        self.pages["p0"] = Page("First", [Adr("ADR-1", "Alpha", "accepted")], [VIEWS[0]])
        self.pages["p1"] = Page("Second", [Adr("ADR-2", "Beta", links={"supersedes": "ADR-1"})])

    @rule(name=st.sampled_from(PAGES), title=st.sampled_from(TITLES))
    def put_page(self, name: str, title: str) -> None:
        self.pages.setdefault(name, Page(title)).title = title

    @rule(data=st.data())
    def remove_page(self, data: st.DataObject) -> None:
        if self.pages:
            del self.pages[self.one_of(data, sorted(self.pages))]

    @rule(data=st.data(), id_=st.sampled_from(IDS), title=st.sampled_from(TITLES))
    def add_record(self, data: st.DataObject, id_: str, title: str) -> None:
        if self.pages:
            page = self.pages[self.one_of(data, sorted(self.pages))]
            page.records.insert(data.draw(st.integers(0, len(page.records))), Adr(id_, title))

    @rule(data=st.data())
    def remove_record(self, data: st.DataObject) -> None:
        if found := self.a_record(data):
            found[0].records.remove(found[1])

    @rule(data=st.data(), name=st.sampled_from(PAGES))
    def move_record(self, data: st.DataObject, name: str) -> None:
        found = self.a_record(data)
        if found and name in self.pages:
            found[0].records.remove(found[1])
            self.pages[name].records.append(found[1])

    @rule(
        data=st.data(),
        what=st.sampled_from(["title", "status", "id", "role"]),
        title=st.sampled_from(TITLES),
        status=st.sampled_from(STATUSES),
        id_=st.sampled_from(IDS),
        role=st.sampled_from(["", *TARGETS]),
    )
    def change(self, data: st.DataObject, what: str, **values: str) -> None:
        if found := self.a_record(data):
            setattr(found[1], what, values.get("id_" if what == "id" else what, ""))

    @rule(
        data=st.data(),
        option=st.sampled_from(["supersedes", "superseded-by", "amends", "relates-to", "affects"]),
        to=st.sampled_from(["", *TARGETS]),
    )
    def link(self, data: st.DataObject, option: str, to: str) -> None:
        if found := self.a_record(data):
            found[1].links.pop(option, None)
            found[1].links |= {option: to} if to else {}

    @rule(data=st.data(), view=st.sampled_from(VIEWS))
    def toggle_view(self, data: st.DataObject, view: str) -> None:
        if self.pages:
            views = self.pages[self.one_of(data, sorted(self.pages))].views
            views.remove(view) if view in views else views.append(view)

    @rule(api=st.sampled_from(["API", "Interface"]), impact=st.sampled_from(["high", "low"]))
    def change_model(self, api: str, impact: str) -> None:
        self.api, self.impact = api, impact

    def one_of(self, data: st.DataObject, items: list[Any]) -> Any:
        return items[data.draw(st.integers(0, len(items) - 1))]

    def a_record(self, data: st.DataObject) -> tuple[Page, Adr] | None:
        found = [
            (page, record) for _, page in sorted(self.pages.items()) for record in page.records
        ]
        return self.one_of(data, found) if found else None

    # -- the check -----------------------------------------------------------------------------

    @invariant()
    def incremental_equals_clean(self) -> None:
        if not self.pages and not self.written:
            return
        changed = self.write()
        if not changed and self.last is not None:
            return
        made = self.project.build()
        for name in ("clean", "doctrees-clean"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        clean = self.project.build(out="clean", fresh=True)
        left, right = made.files(ignore=SPHINX_LEAVES), clean.files(ignore=SPHINX_LEAVES)
        assert right.keys() <= left.keys()
        assert [name for name in right if left[name] != right[name]] == []
        assert project_wide(made) == project_wide(clean)
        self.last = made

    def write(self) -> set[str]:
        """Write what differs from what is there; return the names of the files."""
        texts = {f"{name}.rst": page.text() for name, page in self.pages.items()}
        texts["model.rst"] = MODEL.format(self.api, self.api, self.impact)
        names = "\n".join(f"   {name[:-4]}" for name in sorted(texts))
        texts["index.rst"] = f"Test\n====\n\n.. toctree::\n\n{names}\n"
        changed = {name for name in texts if self.written.get(name) != texts[name]}
        for name in self.written.keys() - texts.keys():
            (self.project.source / name).unlink()
            changed.add(name)
        self.clock += 10
        for name in changed & texts.keys():
            path = self.project.source / name
            path.write_text(texts[name], encoding="utf-8")
            os.utime(path, (self.clock, self.clock))
        self.written = texts
        return changed


def project_wide(build: Build) -> list[str]:
    return sorted(
        line for line in build.warnings if any(f"[archdoc.{code}]" in line for code in GLOBAL)
    )


QUIET = {
    "deadline": None,
    "derandomize": True,
    "database": None,
    "suppress_health_check": list(HealthCheck),
}


def test_edits() -> None:
    stateful.run_state_machine_as_test(
        Edits, settings=settings(max_examples=12, stateful_step_count=12, **QUIET)
    )


@pytest.mark.slow
def test_many_edits() -> None:
    stateful.run_state_machine_as_test(
        Edits, settings=settings(max_examples=40, stateful_step_count=25, **QUIET)
    )
