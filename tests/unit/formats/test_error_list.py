"""Lists of error cases below a flow."""

from __future__ import annotations

import pytest

from sphinx_archdoc.formats.error_list import error_list
from sphinx_archdoc.formats.flow_body import read_body

SEED = """\
a -> b : Sign in

**Error cases:**
- Invalid credentials → 401 Unauthorized
- Rate limit exceeded → 429 Too Many Requests
- Database unavailable → 503 Service Unavailable

Text.
"""


def test_the_cases_of_a_template() -> None:
    read = read_body(SEED)
    assert read.data is not None
    assert [(case.code, case.text, case.line) for case in read.data.errors] == [
        ("401", "Invalid credentials → Unauthorized", 4),
        ("429", "Rate limit exceeded → Too Many Requests", 5),
        ("503", "Database unavailable → Service Unavailable", 6),
    ]
    assert read.lines == {1, 3, 4, 5, 6}
    assert read.problems == ()


@pytest.mark.parametrize(
    ("text", "cases"),
    [
        ("**Errors**:\n\n- Sold out -> NO_STOCK", [("NO_STOCK", "Sold out")]),
        ("**Errors:**\n* Late => 504, tried again", [("504", "Late → tried again")]),
        ("**Errors:**\n- Sold out → the next one is shown", []),
        ("**Errors:**\n- Sold out → 409\n- Something else", [("409", "Sold out")]),
        ("**Errors:**\n- Sold out → 409\n  and nothing left", []),
        ("**Errors:**\n- See {adr}`ADR-1` → 409", []),
        ("**Errors:**", []),
        ("Errors:\n- Sold out → 409", []),
        ("**Steps:**\n- Sold out → 409", []),
    ],
)
def test_what_is_a_list_of_cases(text: str, cases: list[tuple[str, str]]) -> None:
    taken, found = error_list(text.split("\n"), ())
    assert [(case.code, case.text) for case in found] == cases
    assert bool(taken) == bool(cases)


def test_other_items_stay_below_the_label() -> None:
    lines = ["**Errors:**", "", "- Sold out → 409", "- Late → the user is told", "- Gone → 404"]
    taken, found = error_list(lines, ())
    assert [(case.code, case.line) for case in found] == [("409", 3), ("404", 5)]
    assert taken == {2, 4}
