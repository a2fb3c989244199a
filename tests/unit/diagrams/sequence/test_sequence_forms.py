"""The four forms of a sequence: SVG, outline, Mermaid, PlantUML."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from sequence_recipes import LABELS, sequences
from sequence_samples import SAMPLES

from sphinx_archdoc.diagrams.drawing import is_picture, picture_type
from sphinx_archdoc.diagrams.outline import Item, plain
from sphinx_archdoc.diagrams.sequence import picture
from sphinx_archdoc.diagrams.sequence.data import (
    Fragment,
    Life,
    Message,
    Participant,
    Section,
    Sequence,
    messages,
    numbered,
    renamed,
    steps,
    walk,
)
from sphinx_archdoc.diagrams.sequence.settled import settled
from sphinx_archdoc.diagrams.svg import fill
from sphinx_archdoc.formats.drawn_text import uncoded
from sphinx_archdoc.formats.mermaid_sequence import read_mermaid_sequence
from sphinx_archdoc.formats.mermaid_text import decoded
from sphinx_archdoc.formats.plantuml_sequence import read_plantuml_sequence

SVG = "{http://www.w3.org/2000/svg}"


def drawn(sequence: Sequence, links: dict[str, str] | None = None) -> ET.Element:
    def engine() -> None:
        raise AssertionError("a sequence needs no layout engine")

    drawing = picture.draw(sequence, engine)  # type: ignore[arg-type]
    return ET.fromstring(fill(drawing.svg, links or {}, "p"))  # noqa: S314 -- our own text


def test_a_sequence_is_picture_data() -> None:
    sequence = SAMPLES["flow log in"]
    assert is_picture(sequence)
    assert picture_type(sequence) is picture


@pytest.mark.parametrize("name", SAMPLES)
def test_the_svg_is_well_formed_and_the_same_each_time(name: str) -> None:
    sequence = SAMPLES[name]
    root = drawn(sequence)
    assert root.find(f"{SVG}title") is not None
    assert root.get("role") == "group"
    assert picture.draw(sequence, None) == picture.draw(sequence, None)  # type: ignore[arg-type]


def test_heads_are_links() -> None:
    root = drawn(SAMPLES["flow log in"], {"api": "shop.html#api"})
    links = [link.get("href") for link in root.iter(f"{SVG}a")]
    assert links == ["shop.html#api"]


def test_every_shape_has_literal_colours() -> None:
    root = drawn(SAMPLES["plantuml all sorts"])
    for element in root.iter():
        if element.tag in (f"{SVG}rect", f"{SVG}path", f"{SVG}text"):
            assert element.get("fill"), ET.tostring(element)
    assert not [e for e in root.iter() if e.tag in (f"{SVG}style", f"{SVG}foreignObject")]


@settings(max_examples=60, deadline=None)
@given(LABELS, LABELS)
def test_texts_are_drawn_literally(title: str, label: str) -> None:
    made = Sequence(
        title="x",
        participants=(Participant(id="a", title=title), Participant(id="b")),
        items=(Message(source="a", target="b", text=label),),
    )
    texts = "".join("".join(e.itertext()) for e in drawn(made).iter(f"{SVG}text"))
    if len(label) < 30:
        # A word that is broken at the end of a line has a hyphen there that its author did not set.
        said, shown = ("".join(text.split()).replace("-", "") for text in (label, texts))
        assert said in shown


@settings(max_examples=60, deadline=None)
@given(sequences())
def test_every_message_is_in_the_outline_once_with_its_number(sequence: Sequence) -> None:
    def numbers(items: tuple[Item, ...]) -> list[str]:
        found: list[str] = []
        for item in items:
            found += [item.number] if item.number else []
            found += numbers(item.below)
        return found

    assert numbers(picture.outline(sequence, str)) == [number for number, _ in steps(sequence)]


@pytest.mark.parametrize("name", [n for n in SAMPLES if n not in ("nothing", "lanes only")])
def test_what_is_emitted_is_read_back(name: str) -> None:
    sequence = SAMPLES[name]
    said = [(m.text, m.style == "reply", m.lost) for m in messages(sequence)]
    for text, reader in (
        (picture.mermaid(sequence), read_mermaid_sequence),
        (picture.plantuml(sequence), read_plantuml_sequence),
    ):
        found, problems = reader(text)
        assert problems == ()
        assert found is not None
        again = [(m.text, m.style == "reply", m.lost) for m in messages(found)]
        assert len(again) == len(said)
        for (text_, *facts), (text_again, *facts_again) in zip(said, again, strict=True):
            flat = "".join(text_.split()).replace("\u2060", "")
            assert "".join(text_again.split()).replace("\u2060", "").startswith(flat)
            assert facts == facts_again


def test_numbers_and_steps() -> None:
    inner = Fragment(kind="opt", sections=(Section(items=(Message(source="a", target="b"),)),))
    made = Sequence(title="", items=(Message(source="a", target="a"), inner))
    assert [n for n, _ in steps(made)] == ["1", "2"]
    assert [m.number for m in messages(numbered(made))] == ["1", "2"]
    assert [m.number for m in messages(made)] == ["", ""]


def test_renaming_reaches_everything() -> None:
    sequence = SAMPLES["mermaid boxes"]
    made = renamed(sequence, {"a": "shop.api"})
    assert [p.id for p in made.participants] == ["shop.api", "b", "c"]
    assert made.boxes[0].participants == ("shop.api", "b")
    assert {m.source for m in messages(made)} == {"shop.api", "b", "c"}


def test_what_makes_no_sense_is_left_out_for_other_languages() -> None:
    sequence = SAMPLES["mermaid activation"]
    odd = replace(
        sequence,
        items=(
            Life(what="deactivate", participant="A"),
            *sequence.items,
            Life(what="create", participant="A"),
        ),
    )
    assert settled(odd) == settled(sequence) == sequence
    kept = walk(settled(SAMPLES["mermaid create"]).items)
    assert [i.what for i in kept if isinstance(i, Life)] == [
        "create",
        "create",
        "destroy",
        "destroy",
    ]


def test_the_outline_says_both_ways_in_words_that_every_font_has() -> None:
    both = Message(source="a", target="b", text="Syncs", both_ways=True)
    people = (Participant(id="a", title="A"), Participant(id="b", title="B"))
    sequence = Sequence(title="", participants=people, items=(both,))
    assert plain(picture.outline(sequence, str)).strip().endswith("A → B (both ways): Syncs")


def test_codes_of_errors_stand_at_their_step_in_every_language() -> None:
    sequence = SAMPLES["flow log in"]
    assert [error.code for error in sequence.errors] == ["401", "503", "504"]
    for text in (picture.mermaid(sequence), picture.plantuml(sequence)):
        lines = [uncoded(decoded(line)).replace("\u2060", "") for line in text.splitlines()]
        (asked,) = [line for line in lines if "Look up user" in line]
        assert "(503, 504)" in asked
        (checked,) = [line for line in lines if "Verify password" in line]
        assert "(401)" in checked


@pytest.mark.parametrize(
    ("how", "left", "right"),
    [
        ({}, "[<- n_a", "n_a <-]"),
        ({"style": "async"}, "[<<- n_a", "n_a <<-]"),
        ({"style": "reply"}, "[<-- n_a", "n_a <--]"),
        ({"lost": True}, "[x<- n_a", "n_a x<-]"),
        ({"both_ways": True}, "[<-> n_a", "n_a <->]"),
    ],
)
def test_arrows_over_the_border_keep_their_looks(
    how: dict[str, Any], left: str, right: str
) -> None:
    for source, target, wanted in (("a", "[", left), ("]", "a", right)):
        made = Sequence(
            title="",
            participants=(Participant(id="a"),),
            items=(Message(source=source, target=target, text="x", **how),),
        )
        text = picture.plantuml(made)
        assert f"\n{wanted} : x\n" in text
        found, problems = read_plantuml_sequence(text)
        assert problems == ()
        assert found is not None
        (message,) = messages(found)
        facts = {key: getattr(message, key) for key in how}
        assert facts == how
        if not message.both_ways:  # from left to right or the other way: it is the same line
            ends = ["n_a" if end == "a" else end for end in (source, target)]
            assert [message.source, message.target] == ends


def test_the_outline_says_what_happens() -> None:
    assert plain(picture.outline(SAMPLES["flow pauses"], str)).splitlines() == [
        "1. a → b: One",
        "- — Second part —",
        "- an hour later",
        "- Some time later",
        "2. b → a: Two",
        "- —",
    ]


@pytest.mark.parametrize("name", [n for n in SAMPLES if n not in ("nothing", "lanes only")])
def test_mermaid_itself_accepts_what_is_emitted(name: str) -> None:
    engine = pytest.importorskip("mermaid_render", reason="needs the extra 'mermaid'")
    assert b"<svg" in engine.mermaid_to_svg(picture.mermaid(SAMPLES[name]))
