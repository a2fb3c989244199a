from __future__ import annotations

import datetime as dt
from itertools import combinations, pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
import timeline_samples as samples
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinx_archdoc.diagrams.drawing import is_picture, picture_type
from sphinx_archdoc.diagrams.layout import LayoutError
from sphinx_archdoc.diagrams.outline import plain
from sphinx_archdoc.diagrams.picture import fill
from sphinx_archdoc.diagrams.svg_shapes import clean
from sphinx_archdoc.diagrams.timeline import picture
from sphinx_archdoc.diagrams.timeline.bars import lay_out_bars
from sphinx_archdoc.diagrams.timeline.data import (
    FIRST_DAY,
    LAST_DAY,
    Bar,
    Event,
    Timeline,
    Undated,
)
from sphinx_archdoc.diagrams.timeline.events import lay_out_events
from sphinx_archdoc.diagrams.timeline.scale import ticks

if TYPE_CHECKING:
    from sphinx_archdoc.diagrams.timeline.placed import Placed, Words

SVG = "{http://www.w3.org/2000/svg}"
SAMPLE = pytest.mark.parametrize("data", samples.SAMPLES.values(), ids=list(samples.SAMPLES))


def no_engine() -> None:
    raise AssertionError("a timeline asks no layout engine")


def drawn(data: Timeline) -> str:
    return picture.draw(data, no_engine).svg  # type: ignore[arg-type]


def laid_out(data: Timeline) -> Placed:
    return lay_out_bars(data) if data.bars else lay_out_events(data)


def same(text: str) -> str:
    return text


def check_gate(placed: Placed) -> None:
    """No text over another one or outside the picture; no bar over a text."""
    words: list[Words] = [*placed.words, *(w for e in placed.entries for w in e.words)]
    words += [placed.day] if placed.day else []
    assert bool(placed.day) == bool(placed.today)
    for one, other in combinations([w.area for w in words if w.text], 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart, (one, other)
    for left, top, right, bottom in (w.area for w in words):
        assert left >= 0, words
        assert top >= 0
        assert right <= placed.width + 0.01
        assert bottom <= placed.height
    for entry in placed.entries:
        for shape in entry.shapes:
            assert -0.01 <= shape.x <= shape.x + shape.width <= placed.width + 8
            if shape.kind in ("bar", "point"):
                for word in words:
                    left, top, right, bottom = word.area
                    over = left < shape.x + shape.width and shape.x < right
                    assert not (over and top < shape.y + shape.height and shape.y < bottom)


@SAMPLE
def test_the_gate(data: Timeline) -> None:
    check_gate(laid_out(data))


@SAMPLE
def test_it_is_well_formed_with_literal_colours(data: Timeline) -> None:
    root = ET.fromstring(fill(drawn(data), {}, "p"))  # noqa: S314
    assert (root.get("role"), root[0].text) == ("group", data.title)
    for tag in ("path", "rect", "text"):
        assert all(shape.get("fill") for shape in root.iter(f"{SVG}{tag}"))
    assert not list(root.iter(f"{SVG}style"))


def test_it_is_a_picture_type() -> None:
    data = samples.roadmap()
    assert is_picture(data)
    assert picture_type(data) is picture
    assert [name.id for name in picture.names(data)] == ["M-1", "M-2", "M-3", "M-4"]
    assert picture.key(data) == ()
    assert drawn(data) == drawn(samples.roadmap())


def test_entries_are_links() -> None:
    root = ET.fromstring(fill(drawn(samples.log()), {"ADR-1": "#adr-1"}, "p"))  # noqa: S314
    (link,) = root.iter(f"{SVG}a")
    assert (link.get("href"), link.get("class")) == ("#adr-1", "arch-entry arch-is-mute")
    struck = [t.text for t in link.iter(f"{SVG}text") if t.get("text-decoration")]
    assert struck == ["Use MongoDB"]


def test_text_form() -> None:
    long = "Data migration with a title that needs a second line"
    assert plain(picture.outline(samples.roadmap(), same)).splitlines() == [
        "- Infrastructure: 2026-Q1, Done, Platform",
        f"- {long}: 2026-Q2, In progress (after Infrastructure)",
        f"- Cut-over: 2026-07-15 (after {long})",
        "- Without a date",
        "  - Clean-up (Planned)",
    ]
    assert "- 2025-11-15: ADR-1 Use MongoDB (Superseded) – Superseded by ADR-2" in plain(
        picture.outline(samples.log(), same)
    )


def test_bars_stand_where_their_days_are() -> None:
    placed = lay_out_bars(samples.roadmap())
    first, second = (entry.shapes[0] for entry in placed.entries[:2])
    assert first.x + first.width == pytest.approx(second.x)
    assert placed.entries[2].shapes[0].kind == "point"
    assert placed.today
    assert second.x < placed.today[0] < second.x + second.width
    assert len(placed.arrows) == 2


def test_a_time_is_not_cut_by_the_status_beside_it() -> None:
    days = "2026-10-01 – 2026-12-31"
    start = dt.date(2026, 10, 1).toordinal()
    bars = [
        Bar(id=word, title="Move", start=start, end=start + 91, when=days, status=word)
        for word in ("Done", "In progress, late")
    ]
    short, long = lay_out_bars(Timeline(title="Plan", bars=tuple(bars))).entries
    beside, below = ([w for w in entry.words if w.face == "note"] for entry in (short, long))
    assert [word.text for word in (*beside, *below)] == [days, days]
    assert beside[0].x > below[0].x == long.words[0].x


@pytest.mark.parametrize(
    ("start", "end", "labels"),
    [
        ("2026-01-10", "2026-03-02", ["01", "02", "03"]),
        ("2026-02-10", "2027-01-02", ["Q1", "Q2", "Q3", "Q4", "Q1"]),
        ("2022-02-10", "2026-01-02", ["H1", "H2"] * 4 + ["H1"]),
        ("2000-02-10", "2008-01-02", [str(year) for year in range(2000, 2009)]),
        ("1950-01-01", "2026-01-01", [str(year) for year in range(1950, 2030, 10)]),
    ],
)
def test_scales(start: str, end: str, labels: list[str]) -> None:
    found = ticks(samples.day(start), samples.day(end))
    assert [tick.label for tick in found] == labels
    assert all(one.end == other.start for one, other in pairwise(found))
    assert found[0].start <= samples.day(start) <= samples.day(end) < found[-1].end


DAYS = st.integers(FIRST_DAY, LAST_DAY)


@given(DAYS, DAYS)
def test_any_days_have_a_scale(first: int, last: int) -> None:
    found = ticks(min(first, last), max(first, last))
    assert 1 <= len(found) <= 20
    assert found[0].start <= min(first, last)
    assert max(first, last) < found[-1].end


def test_mermaid() -> None:
    lines = picture.mermaid(samples.roadmap()).splitlines()
    assert lines[0] == "gantt"
    assert any(line.endswith(":done, n_M_2d_1, 2026-01-01, 2026-04-01") for line in lines)
    assert any(line.endswith(":milestone, n_M_2d_3, 2026-07-15, 0d") for line in lines)
    events = picture.mermaid(samples.log()).splitlines()
    assert events[0] == "timeline"
    assert [line.strip() for line in events if "section" in line] == [
        "section 2026",
        "section 2025",
    ]


def test_plantuml() -> None:
    lines = picture.plantuml(samples.roadmap()).splitlines()
    assert (lines[0], lines[-1]) == ("@startgantt", "@endgantt")
    assert "[<U+0049>nfrastructure] starts 2026-01-01 and ends 2026-03-31" in lines
    twice = Timeline(
        title="T",
        bars=tuple(Bar(id=str(n), title="Same", start=1000 + n, end=2000 + n) for n in (1, 2)),
    )
    named = {line.split("]")[0] for line in picture.plantuml(twice).splitlines() if "[" in line}
    assert len(named) == 2


def test_too_much_is_refused() -> None:
    many = Timeline(title="", undated=(Undated(id="u", title=""),) * 501)
    with pytest.raises(LayoutError, match="501 entries, more than the limit of 500"):
        drawn(many)


TEXT = st.text(max_size=40) | st.sampled_from(
    [
        "</title><script>",
        "]]>",
        "&amp;",
        "\x02p\x03",
        "a\n@endgantt",
        "x" * 300,
        "日本" * 30,
        "\ud800",
    ]
)


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    tones = st.sampled_from(["ok", "info", "warn", "bad", "mute", "neutral"])
    bars = []
    for number in range(draw(st.integers(0, 4))):
        days = sorted((draw(DAYS), draw(DAYS)))
        bars.append(
            Bar(id=f"b{number}", title=draw(TEXT), start=days[0], end=days[1], when=draw(TEXT),
                status=draw(TEXT), tone=draw(tones), note=draw(TEXT), lane=draw(TEXT),
                after=tuple(f"b{n}" for n in range(draw(st.integers(0, 3)))))
        )  # fmt: skip
    events = [
        Event(id=f"e{number}", title=draw(TEXT), day=draw(DAYS), when=draw(TEXT),
              label=draw(TEXT), status=draw(TEXT), tone=draw(tones), note=draw(TEXT),
              struck=draw(st.booleans()))
        for number in range(0 if bars else draw(st.integers(0, 4)))
    ]  # fmt: skip
    undated = [Undated(id="u", title=draw(TEXT), status=draw(TEXT))] * draw(st.integers(0, 1))
    return Timeline(title=draw(TEXT), bars=tuple(bars), events=tuple(events),
                    undated=tuple(undated), today=draw(st.just(0) | DAYS))  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(timelines())
def test_anything_is_drawn_within_the_gate(data: Timeline) -> None:
    placed = laid_out(data)
    check_gate(placed)
    root = ET.fromstring(fill(drawn(data), {}, "p"))  # noqa: S314
    assert "".join(root[0].itertext()).split() == clean(" ".join(data.title.split())).split()
    plain(picture.outline(data, same))
    for text, end in ((picture.mermaid(data), "\n"), (picture.plantuml(data), "@endgantt\n")):
        assert text.endswith(end)
        assert "script" not in text.replace("#", "").lower() or "<script" not in text
    assert picture.plantuml(data).count("@endgantt") == 1


def test_days_are_those_of_the_calendar() -> None:
    assert dt.date.min.toordinal() == FIRST_DAY
    assert dt.date.max.toordinal() == LAST_DAY
