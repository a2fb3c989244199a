"""No pattern of ours takes hours: who builds may not know the author of a text.

Lines are cut at some thousand characters, so their square is still nothing; a third power is
minutes. Patterns that see whole texts or lines of any length take steps in proportion.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import sys
from typing import TYPE_CHECKING

import pytest
from hard_texts import grows, hard_texts
from hypothesis import given
from hypothesis import strategies as st
from regex_steps import Steps, TooManyStepsError

import sphinx_archdoc

if TYPE_CHECKING:
    from collections.abc import Iterator

#: A quadratic pattern takes four times the steps for twice the text, a cubic one eight times.
SQUARED = 5.0


def _patterns() -> Iterator[tuple[str, re.Pattern[str], bool]]:
    """Yield all patterns of the package with their place, and whether they are searched for."""
    for found in pkgutil.walk_packages(sphinx_archdoc.__path__, "sphinx_archdoc."):
        if ".templates." in found.name:
            continue
        module = importlib.import_module(found.name)
        source = inspect.getsource(module)
        for name, value in vars(module).items():
            own = re.search(rf"^{name}\b.*=", source, re.MULTILINE)
            if own and isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                searched = rf"\b{name}\.(?:search|sub|subn|finditer|findall|split)\b"
                place = f"{found.name.partition('.')[2]}:{name}"
                yield place, value, bool(re.search(searched, source))


@pytest.fixture(autouse=True)
def untraced() -> Iterator[None]:
    """Let no tracer, as coverage has one, follow the steps: they are many, and none is of ours."""
    tracer = sys.gettrace()
    sys.settrace(None)
    yield
    sys.settrace(tracer)


PATTERNS = {name: (pattern, searched) for name, pattern, searched in _patterns()}
#: Patterns that may see a text of any length.
LINEAR = (
    "diagrams.pgf.geometry:_CALL",
    "formats.c4_scan:_TAIL",
    "formats.freeform:_TITLE",
    "formats.plantuml_er:_STARTS",
    "formats.plantuml_looks:_BEGIN",
    "formats.plantuml_looks:_GROUND",
    "formats.plantuml_text:_LINK",
    "formats.plantuml_text:_START",
    "sphinxext.checklist_directive:_CHECK",
)
#: Lines of blanks after each part are read in proportion too, though other lines are not.
BLANKS = (
    *LINEAR,
    "formats.mermaid_er:_SIGNS",
    "formats.mermaid_sequence:_MESSAGE",
    "formats.mermaid_sequence:_NOTE",
    "formats.mermaid_sequence:_PARTICIPANT",
    "formats.plantuml_er:_RELATION",
    "formats.plantuml_sequence_lines:ARROW",
    "formats.plantuml_sequence_lines:BOX",
    "formats.plantuml_sequence_lines:LIFE",
    "formats.plantuml_sequence_lines:NOTE",
    "formats.plantuml_sequence_lines:REF",
    "model.numbers:_RANGE",
    "model.numbers:_SINGLE",
)


def test_there_are_patterns() -> None:
    assert len(PATTERNS) > 400
    assert set(BLANKS) <= set(PATTERNS)


@pytest.mark.parametrize("name", PATTERNS)
def test_at_most_squared(name: str) -> None:
    pattern, searched = PATTERNS[name]
    assert grows(pattern, SQUARED) == ""
    assert not searched or grows(pattern, SQUARED, searched=True) == ""


@pytest.mark.parametrize("name", LINEAR)
def test_in_proportion(name: str) -> None:
    pattern, searched = PATTERNS[name]
    assert grows(pattern, searched=searched) == ""


@pytest.mark.parametrize("name", BLANKS)
def test_blanks_in_proportion(name: str) -> None:
    pattern, _ = PATTERNS[name]
    for before in {before.rstrip() for before, _ in hard_texts(pattern)}:
        assert blank_growth(pattern, before) < 2.6, before


@pytest.mark.parametrize(
    "name", [name for name, (pattern, _) in PATTERNS.items() if pattern.flags & re.MULTILINE]
)
def test_empty_lines_of_a_whole_text(name: str) -> None:
    # ``^\s*`` starts again at each empty line, and takes all below it.
    taken = []
    for often in (200, 400):
        steps = Steps(PATTERNS[name][0])
        steps.search("\n" * often)
        taken.append(steps.count)
    assert taken[1] < 2.6 * taken[0] + 50


def blank_growth(pattern: re.Pattern[str], before: str) -> float:
    taken = []
    for often in (200, 400):
        steps = Steps(pattern)
        try:
            steps.match(before + " " * often + "\0")
        except TooManyStepsError:
            return 100.0
        taken.append(steps.count)
    return taken[1] / (taken[0] + 50)


# -- the counting itself ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "squared"),
    [
        (r"\s*,?\s*a", True),
        (r"(?:a+)+b", True),
        (r"(\w+)\s*=\s*(\w+)", False),
        (r"a*?b", False),
        (r"\s*+,?\s*+a", False),
        (r"[a-z]*[\w-]*x", True),
    ],
)
def test_growth_is_seen(pattern: str, *, squared: bool) -> None:
    assert bool(grows(re.compile(pattern))) == squared


def test_third_powers_are_seen() -> None:
    assert grows(re.compile(r"\s*(?:x)?\s*(?:y)?\s*z"), SQUARED)
    assert grows(re.compile(r"\s*(?:x)?\s*z"), SQUARED) == ""
    assert grows(re.compile(r"\s*(?:x)?\s*z"), SQUARED, searched=True)


@pytest.mark.parametrize("name", PATTERNS)
def test_it_matches_as_python_does(name: str) -> None:
    pattern, _ = PATTERNS[name]
    for before, pump in hard_texts(pattern)[:12]:
        for text in (before + pump * 3, before + pump, f"{before}{pump} x", before):
            found = pattern.match(text)
            assert Steps(pattern).match(text) == (found.end() if found else -1), text


@given(st.text("ab -.", max_size=12))
def test_it_matches_any_text_as_python_does(text: str) -> None:
    for written in (r"(a|ab)(?:-b)*?\s?(?!\.)", r"(?<=a)b+|(?>a+)b|(\w)\1", r"[aA]{1,2}\b.*$"):
        pattern = re.compile(written)
        found = pattern.match(text)
        assert Steps(pattern).match(text) == (found.end() if found else -1)
