"""Events as a list: what a remark names is a link where there is a record to show."""

from __future__ import annotations

from docutils import nodes

from sphinx_archdoc.diagrams.timeline.data import Event, Timeline
from sphinx_archdoc.render.cells import Renderer
from sphinx_archdoc.render.events import render_events
from sphinx_archdoc.render.links import Linker
from sphinx_archdoc.views.faces import Face


def _said(note: str, later: tuple[str, ...], *known: str) -> nodes.paragraph:
    event = Event(id="ADR-1", title="Use MongoDB", day=1, note=note, later=later, summary="Why")
    linker = Linker(lambda _docname, anchor: {"refid": anchor})
    links = {
        id_: Face(id_, "decision", "Title", "log", id_, superseded=False, found=True)
        for id_ in known
    }
    listed = render_events(Timeline(title="T", events=(event,)), links, Renderer(linker, str))
    (item,) = listed.children
    return item[-1]


def test_what_has_replaced_a_decision_is_a_link() -> None:
    said = _said("Superseded by ADR-12, ADR-1", ("ADR-12", "ADR-1"), "ADR-1", "ADR-12")
    assert said.astext() == "Superseded by ADR-12, ADR-1"
    links = [(link.astext(), link["refid"]) for link in said.findall(nodes.reference)]
    assert links == [("ADR-12", "ADR-12"), ("ADR-1", "ADR-1")]


def test_what_is_not_shown_is_named_only() -> None:
    said = _said("Superseded by ADR-9", ("ADR-9",), "ADR-1")
    assert said.astext() == "Superseded by ADR-9"
    assert not list(said.findall(nodes.reference))


def test_without_a_remark_the_summary_is_shown() -> None:
    assert _said("", (), "ADR-1").astext() == "Why"
