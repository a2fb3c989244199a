"""Texts as labels of Mermaid and PlantUML: literal, whatever they hold."""

from __future__ import annotations

import html
import re

import pytest
from hostile_labels import LABELS, expected, seen, without_private
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.diagrams.quoting import (
    drawn,
    mermaid_id,
    mermaid_label,
    mermaid_line,
    plantuml_id,
    plantuml_label,
    plantuml_line,
)

WRITERS = (mermaid_label, mermaid_line, plantuml_label, plantuml_line)


def read_mermaid(label: str) -> str:
    return html.unescape(re.sub(r"#(\d+);", r"&#\1;", label))


def read_plantuml(label: str) -> str:
    return re.sub("<U[+]([0-9A-F]{4,5})>", lambda m: chr(int(m[1], 16)), label)


@given(LABELS)
def test_mermaid_labels_read_back(text: str) -> None:
    for write in (mermaid_label, mermaid_line):
        assert seen(read_mermaid(write(text))) == expected(text)


@given(LABELS)
def test_plantuml_labels_read_back(text: str) -> None:
    for write in (plantuml_label, plantuml_line):
        assert seen(read_plantuml(write(text))) == without_private(expected(text))


@given(st.text())
def test_labels_are_one_line_without_syntax(text: str) -> None:
    for write in WRITERS:
        label = write(text)
        assert label
        assert len(label.splitlines()) == 1
    bare = re.sub("#[0-9]+;", "", mermaid_label(text))
    assert not set(bare) & set('<>&"#;:%|[]{}()`*_~$\\@!=+-.^')
    assert not set(re.sub("#[0-9]+;", "", mermaid_line(text))) & set('<>&"#;:%|[]{}`$\\@~^')
    bare = re.sub("<U[+][0-9A-F]{4,5}>", "", plantuml_label(text))
    assert not set(bare) & set("<>&\"#;:%|[]{}()`*_~$\\@!=+-.^'/«»")


@pytest.mark.parametrize(
    ("text", "mermaid", "plantuml"),
    [
        ("Web shop 2", "Web shop 2", "Web shop 2"),
        ("Größe, é, 日本", "Größe, é, 日本", "Größe, é, 日本"),
        ("a\r\n\tb\u2028c", "a b c", "a b c"),
        ('say "no"', "say #34;no#34;", "say <U+0022>no<U+0022> "),
        ("", "#32;", "<U+0020>"),
        ("\x00\x1b\ud800", "#32;", "<U+0020>"),
        ("😀", "#128512;", "<U+1F600> "),
        ("\ue100", "#57600;", "<U+FFFD> "),
        ("&lt;", "#38;#8288;lt#59;", "<U+0026>lt<U+003B> "),
        ("&#60;", "#38;#8288;#35;60#59;", "<U+0026><U+2060><U+0023>60<U+003B> "),
        ("\\n", "#92;n", "<U+005C><U+2060>n"),
    ],
)
def test_examples(text: str, mermaid: str, plantuml: str) -> None:
    assert mermaid_label(text) == mermaid
    assert plantuml_label(text) == plantuml


def test_words_are_no_keywords_at_the_start_of_a_line() -> None:
    assert mermaid_line("section A: b") == "#115;ection A#58; b"
    assert plantuml_line("end note") == "<U+0065>nd note"


@given(st.text(), st.text())
def test_ids_are_safe_and_never_shared(one: str, other: str) -> None:
    for make in (mermaid_id, plantuml_id):
        assert re.fullmatch("[A-Za-z0-9_]+", make(one))
        assert (make(one) == make(other)) == (one == other)


def test_ids_are_no_keywords() -> None:
    assert mermaid_id("end") == "n_end"
    assert plantuml_id("shop.api") == "n_shop_2e_api"


@given(st.text())
def test_what_is_drawn_stays_drawn(text: str) -> None:
    assert drawn(drawn(text)) == drawn(text)
