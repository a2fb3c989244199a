"""The style sheet as what lays out a book reads it."""

from __future__ import annotations

import re

import pytest

from sphinx_archdoc.sphinxext.assets import STATIC, STYLE
from sphinx_archdoc.sphinxext.books import completed, for_books


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a{b:var(--arch-light,#fff) var(--arch-dark,#000)}", "a{b:#fff}"),
        ("a{b:var(--arch-light,0 rgba(1,2,3,.5)) var(--arch-dark,0 rgba(4,5,6,.5));c:d}",
         "a{b:0 rgba(1,2,3,.5);c:d}"),
        ("a{--arch-light:initial;--arch-dark:var(--arch-none,);b:c}", "a{b:c}"),
        ('a{content:"\\2713"/""}', 'a{content:"\\2713"}'),
        (":is(.a,.b) p,q{r:s}", ".a p,.b p,q{r:s}"),
        (".a:is(section,li){r:s}", "section.a,li.a{r:s}"),
        ("x>.a:not(.b):is(li)::before{r:s}", "x>li.a:not(.b)::before{r:s}"),
        (":is(.a,.b,#_):is(li){r:s}", "li.a:not(#_),li.b:not(#_){r:s}"),
        (":is(h1,h2)>:is(.a,.b){r:s}", "h1>.a,h1>.b,h2>.a,h2>.b{r:s}"),
        (".a:not(#_,.b) p{r:s}", ".a:not(#_):not(.b) p{r:s}"),
        (".a:has(>.b),.c{r:s}", ".c{r:s}"),
        (".a:has(>.b){r:s}", ""),
        ("@media print{:is(.a,.b){r:s}}", "@media print{\n.a,.b{r:s}}"),
        ("a{display:inline-flex;gap:1px}", "a{display:inline-block;gap:1px}"),
    ],
)  # fmt: skip
def test_what_is_rewritten(written: str, read: str) -> None:
    assert for_books(written).strip() == read


def test_nothing_of_the_switch_is_left_and_no_rule_is_lost() -> None:
    written = (STATIC / STYLE).read_text(encoding="utf-8")
    read = for_books(written)
    assert not re.search(r'--arch-(light|dark)|/""', read)
    assert not re.search(r":is\(|:has\(|:not\([^)]*,", read)
    asking = sum(":has(" in rule for rule in re.findall(r"[^{}]+(?=\{)", written))
    assert read.count("{") >= written.count("{") - asking
    assert "--arch-ok:#12633a;--arch-ok-bg:#ddf3e5;" in read


def test_labels_of_cells_are_seen_on_narrow_readers_only() -> None:
    read = completed(for_books((STATIC / STYLE).read_text(encoding="utf-8")))
    wide, _, narrow = read.partition("@media (max-width:46em)")
    assert ".arch-cell-label{display:none}" in wide
    assert "td .arch-cell-label{display:block;float:left" in narrow
    assert "data-label" not in read


def test_names_of_options_are_as_written() -> None:
    read = for_books((STATIC / STYLE).read_text(encoding="utf-8"))
    general = read.index(".arch-record:not(#_):not(.arch-page) p.rubric{")
    assert general < read.index(".arch-option>p.rubric{text-transform:none")


def test_what_is_hidden_can_still_be_led_to() -> None:
    read = completed(for_books((STATIC / STYLE).read_text(encoding="utf-8")))
    assert re.findall(r"\.arch-hidden\{[^}]*\}", read) == [
        ".arch-hidden{height:0;overflow:hidden;visibility:hidden}"
    ]
