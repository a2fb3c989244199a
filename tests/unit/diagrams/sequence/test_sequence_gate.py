"""The quality gate: what every sequence picture keeps to, measured on its positions."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from sequence_recipes import sequences
from sequence_samples import SAMPLES

from sphinx_archdoc.diagrams.score import PAGE
from sphinx_archdoc.diagrams.sequence.budget import BUDGETS, Budget, least_room
from sphinx_archdoc.diagrams.sequence.data import Sequence, messages
from sphinx_archdoc.diagrams.sequence.layout import lay_out
from sphinx_archdoc.diagrams.sequence.placed import Area, Placed, Words
from sphinx_archdoc.diagrams.sequence.words import FACES, said
from sphinx_archdoc.formats.flow_lines import read_flow

#: Half the thickness of a border, and rounding.
SLACK = 0.5


def faults(placed: Placed) -> list[str]:
    """Return all that a reader would call a fault."""
    return [
        *_texts(placed),
        *_heads(placed),
        *_borders(placed),
        *_inside(placed),
        *_arrows(placed),
        *_pills(placed),
    ]


def _said(words: Words) -> str:
    return f"{words.kind} {' / '.join(row.text for row in words.block.rows)!r}"


def _texts(placed: Placed) -> list[str]:
    return [
        f"{_said(one)} on {_said(other)}"
        for one, other in combinations(placed.words, 2)
        if one.area.meets(other.area, -SLACK)
    ]


def _heads(placed: Placed) -> list[str]:
    found = [
        f"{_said(words)} on the head of {head.participant.id}"
        for words in placed.words
        for head in placed.heads
        if words.area.meets(head.area, -SLACK)
    ]
    found += [
        f"heads of {one.participant.id} and {other.participant.id}"
        for one, other in combinations(placed.heads, 2)
        if one.area.meets(other.area, -SLACK)
    ]
    return found


def _sides(area: Area) -> list[Area]:
    return [
        Area(area.x, area.y, area.width, 0),
        Area(area.x, area.bottom, area.width, 0),
        Area(area.x, area.y, 0, area.height),
        Area(area.right, area.y, 0, area.height),
    ]


def _borders(placed: Placed) -> list[str]:
    lines = [(side, frame.kind) for frame in placed.frames for side in _sides(frame.area)]
    lines += [
        (Area(frame.area.x, y, frame.area.width, 0), frame.kind)
        for frame in placed.frames
        for y in frame.lines
    ]
    found = [
        f"{_said(words)} on the border of {kind}"
        for words in placed.words
        for line, kind in lines
        if words.area.meets(line, -0.2)
    ]
    found += [
        f"{_said(words)} on a tab"
        for words in placed.words
        for frame in placed.frames
        if words.kind != "tab" and frame.tab and words.area.meets(frame.tab, -0.2)
    ]
    return found


def _inside(placed: Placed) -> list[str]:
    page = Area(0, 0, placed.width, placed.height)
    found = [f"{_said(w)} leaves the picture" for w in placed.words if not page.holds(w.area)]
    found += ["a frame leaves the picture" for f in placed.frames if not page.holds(f.area)]
    for head in placed.heads:
        if not page.holds(head.area) or not head.area.holds(head.words.area, SLACK):
            found.append(f"head of {head.participant.id}")
    shapes = {
        "note": placed.notes,
        "number": [p.area for p in placed.pills if p.kind == "number"],
        "error": [p.area for p in placed.pills if p.kind == "error"],
        "tab": [f.tab for f in placed.frames if f.tab],
        "ref": [f.area for f in placed.frames if f.kind == "ref"],
    }
    for words in placed.words:
        if words.kind in shapes and not any(s.holds(words.area, SLACK) for s in shapes[words.kind]):
            found.append(f"{_said(words)} leaves its shape")
        widest = max(row.width for row in words.block.rows)
        if widest > words.area.width + SLACK:
            found.append(f"{_said(words)} is wider than its place")
    return found


def _arrows(placed: Placed) -> list[str]:
    """Report lines through texts that are not their own number."""
    found = []
    for stroke in placed.strokes:
        for (x0, y0), (x1, y1) in zip(stroke.points, stroke.points[1:], strict=False):
            line = Area(min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0))
            found += [
                f"an arrow through {_said(words)}"
                for words in placed.words
                if words.kind != "number" and words.area.meets(line, -0.2)
            ]
            found += ["an arrow through a note" for note in placed.notes if note.meets(line, -0.2)]
    return found


def _pills(placed: Placed) -> list[str]:
    return [
        f"{one.kind} on {other.kind}"
        for one, other in combinations(placed.pills, 2)
        if one.area.meets(other.area, -0.2)
    ]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_picture_has_no_faults(name: str) -> None:
    assert faults(lay_out(SAMPLES[name])) == []


@settings(max_examples=60, deadline=None)
@given(sequences())
def test_no_picture_has_faults(sequence: Sequence) -> None:
    placed = lay_out(sequence)
    assert faults(placed) == []
    assert len(placed.strokes) == len(messages(sequence))


def test_there_are_enough_samples() -> None:
    assert len(SAMPLES) >= 25


@pytest.mark.parametrize("name", ["flow log in", "flow nested blocks", "flow parallel"])
def test_common_pictures_are_not_wider_than_a_page(name: str) -> None:
    assert lay_out(SAMPLES[name]).width <= 800


def test_a_row_of_nine_lanes_with_short_words_fits_a_page() -> None:
    steps = "\n".join(f"lane{n} -> lane{n + 1} : Step {n} of many" for n in range(8))
    placed = lay_out(read_flow(steps)[0])
    assert faults(placed) == []
    assert placed.width <= PAGE[0]


def test_there_is_room_between_lanes_where_the_page_has_it() -> None:
    """Nothing is closer together than it has to be: two words stay on one line."""
    placed = lay_out(read_flow("a -> b : A few words more")[0])
    assert [len(words.block.rows) for words in placed.words if words.kind == "label"] == [1]
    assert not any(head.dense for head in placed.heads)


def test_a_label_that_spans_lanes_takes_no_room_of_its_own() -> None:
    steps = "\n".join(f"lane{n} -> lane{n + 1} : Step {n} of many" for n in range(8))
    long = "From one end of the picture to the other, which takes a good many words to say"
    alone, spanned = (
        lay_out(read_flow(text)[0]) for text in (steps, f"{steps}\nlane0 -> lane8 : {long}")
    )
    assert spanned.width == alone.width


def test_close_lanes_have_labels_above_the_numbers_of_their_arrows() -> None:
    steps = "\n".join(f"lane{n} -> lane{n + 1} : Step {n} of many" for n in range(8))
    placed = lay_out(read_flow(steps)[0])
    numbers = [pill.area for pill in placed.pills if pill.kind == "number"]
    labels = [words for words in placed.words if words.kind == "label"]
    over = [w for w in labels for n in numbers if w.area.x < n.right and n.x < w.area.right]
    assert over
    assert not any(words.area.meets(n) for words in labels for n in numbers)


def test_heads_of_close_lanes_have_their_signs_above_their_words() -> None:
    steps = "\n".join(f"lane{n} -> lane{n + 1} : Step {n} of many" for n in range(8))
    roomy, close = (
        next(h for h in lay_out(read_flow(text)[0]).heads if h.participant.id == "u")
        for text in ("person u\nu -> a : x", f"person u\nu -> lane0 : x\n{steps}")
    )
    assert close.area.width < roomy.area.width
    assert close.words.area.y - close.area.y > 35 > roomy.words.area.y - roomy.area.y


def test_long_names_are_broken_where_their_words_meet() -> None:
    placed = lay_out(read_flow("MaterialPartnerRelationsController -> b : x")[0])
    head = next(h for h in placed.heads if h.participant.id != "b")
    rows = [row.text.rstrip("-") for row in head.words.block.rows]
    assert rows == ["Material", "Partner", "Relations", "Controller"]


def test_an_error_is_not_cut_at_a_sign() -> None:
    placed = lay_out(read_flow("a -> b : x\nerror STATION_OFFLINE @1 : no")[0])
    codes = [words.block.rows for words in placed.words if words.kind == "error"]
    assert [[row.text for row in rows] for rows in codes] == [["STATION_OFFLINE"]]


def test_an_error_is_below_the_number_of_an_arrow_between_close_lanes() -> None:
    placed = lay_out(read_flow("a -> b : x\nb -> a : y\nerror STATION_OFFLINE @1 : no")[0])
    number, code = (pill.area for pill in placed.pills[:2])
    assert code.x < number.right
    assert code.y == number.bottom + 2


@pytest.mark.parametrize("budget", BUDGETS)
@pytest.mark.parametrize("text", ["", "ok", "One of the labels that have a good many words to say"])
def test_a_label_has_as_few_lines_as_its_budget_says(budget: Budget, text: str) -> None:
    room = least_room(text, "", budget)
    rows = said(text, "", room, whole=budget.whole).rows
    assert len(rows) <= budget.lines
    assert all(row.width <= room + 0.01 for row in rows)
    if len(rows) == budget.lines:
        assert len(said(text, "", room - 1, whole=budget.whole).rows) > budget.lines


def test_a_text_on_a_bar_has_paper_behind_it() -> None:
    placed = lay_out(SAMPLES["mermaid bars under text"])
    on_bars = [w for w in placed.words if any(b.area.meets(w.area) for b in placed.bars)]
    assert on_bars
    assert all(words.backed for words in on_bars if words.kind in ("label", "guard"))


def test_lifelines_do_not_pass_through_labels() -> None:
    placed = lay_out(SAMPLES["flow everywhere"])
    labels = [words.area for words in placed.words if words.kind == "label"]
    assert not [
        life
        for life in placed.lives
        for label in labels
        if Area(life.x, life.top, 0, life.bottom - life.top).meets(label, -0.2)
    ]


def test_a_created_participant_stands_at_its_message() -> None:
    placed = lay_out(SAMPLES["mermaid create"])
    tops = {head.participant.id: head.area.y for head in reversed(placed.heads)}
    assert tops["A"] == tops["B"] < tops["C"] < tops["D"]
    assert len(placed.ends) == 2


def test_bars_nest() -> None:
    placed = lay_out(SAMPLES["mermaid activation"])
    outer, inner = sorted((bar.area for bar in placed.bars), key=lambda area: area.x)
    assert outer.y < inner.y < inner.bottom < outer.bottom


def test_faces_have_sizes_that_can_be_read() -> None:
    assert all(size >= 10 for size, _, _, _ in FACES.values())
