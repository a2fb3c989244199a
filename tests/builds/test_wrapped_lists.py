"""Lists and headings of documents that are there already, wrapped as they are, in both languages.

Each text is Markdown; in reST it stands below the same directive, its headings underlined.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup
from building import Project

if TYPE_CHECKING:
    from pathlib import Path

    from building import Build

_HEADING = re.compile(r"#{2,6} (.+)")


def rest(text: str) -> str:
    """Return blocks of ``:::{name} argument`` as reST."""
    found: list[str] = []
    inside = False
    for line in text.strip().splitlines():
        if line.startswith(":::"):
            inside = not inside
            found += ["", line.replace(":::{", ".. ").replace("}", "::", 1)] if inside else [""]
            continue
        heading = _HEADING.fullmatch(line)
        lines = [heading[1], "-" * len(heading[1]), ""] if heading else [line]
        if inside and found[-1].startswith("..") and not line.startswith(":"):
            found.append("")
        found += [f"   {each}".rstrip() if inside else each for each in lines]
    return "\n".join(found) + "\n"


@pytest.fixture(params=["md", "rst"])
def built(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    """Return what builds a page with such blocks."""

    def build(text: str) -> Build:
        page = f"# Page\n\n{text}" if request.param == "md" else f"Page\n====\n{rest(text)}"
        return Project(tmp_path).myst().write({f"page.{request.param}": page}).build()

    return build


def test_a_retry_inside_the_timeout_is_said(built: Any) -> None:
    build = built("""
:::{integration} Payment
**Error Handling:**

- **Timeout:** 10s, retry 3x with exponential backoff
- **Rate Limit:** 100 req/min
- **Circuit Breaker:** Open after 5 failures
:::
""")
    assert len(build.warnings) == 1
    assert "not said: fallback;" in build.warnings[0]


def test_a_label_over_a_list_is_the_title(built: Any) -> None:
    build = built("""
:::{flow}
**Write Path:**

1. Client sends data to API
2. API validates request
:::
""")
    assert build.warnings == []
    assert build.titles() == {"write-path": "Write Path"}
    assert build.text("page.html").count("Write Path") >= 1
    assert "API validates request" in build.text("page.html")


def test_words_and_no_line_number_make_an_id(built: Any) -> None:
    build = built("""
:::{flow}
1. Client sends data to API
2. API validates request
:::
""")
    assert build.codes() == ["missing"]
    assert "its first words stand for it: 'Client sends data to API'" in build.warnings[0]
    assert build.titles() == {"client-sends-data-to-api": "Client sends data to API"}


def test_each_heading_with_bullets_is_one_integration(built: Any) -> None:
    build = built("""
:::{integration-list}
#### Payment Integration (Stripe)

- Webhook endpoints for events
- Customer portal integration

**CDN:**

- Timeout: 10s
- Static assets

#### Internal services

- **Mail:** sends mails
- **Search:** finds products
:::
""")
    records = build.records()
    assert {record["title"] for record in records.values()} == {
        "Payment Integration (Stripe)", "CDN", "Mail", "Search",
    }  # fmt: skip
    assert len(build.warnings) == 4
    paid = records["int-payment-integration-stripe"]["fields"]
    assert paid == {"purpose": "Webhook endpoints for events; Customer portal integration"}
    assert records["int-cdn"]["fields"]["timeout"]["text"] == "10s"
    assert records["int-cdn"]["fields"]["purpose"] == "Static assets"


def test_measures_below_a_label_are_no_goals(built: Any) -> None:
    build = built("""
:::{goal-table}
### Availability

**Target:** 99.9% uptime

**Achieved:** 99.95%

**High Availability Measures:**

- Multi-AZ deployment
- Load balancing
:::
""")
    assert build.warnings == []
    assert build.titles() == {"qg-availability": "Availability"}
    assert "Multi-AZ deployment" in build.text("page.html")


def test_facts_without_a_name_are_about_the_heading_above(built: Any) -> None:
    build = built("""
:::{goal-table}
**Target:** 99.9% uptime

**Achieved:** 99.95%
:::
""")
    assert build.warnings == []
    assert build.titles() == {"qg-page": "Page"}


def test_a_line_may_list_the_roles(built: Any) -> None:
    build = built("""
:::{permission-matrix} Who
- **Model:** RBAC/ABAC
- **Roles:** Admin, User, Guest
:::
""")
    assert build.warnings == []
    assert set(build.titles().values()) == {"Admin", "User", "Guest"}
    assert "RBAC/ABAC" in build.text("page.html")


def test_a_phase_says_its_time_behind_its_name(built: Any) -> None:
    build = built("""
:::{roadmap}
1. **Phase 1**: Build (Q1 2026)
2. **Phase 2**: Run
:::
""")
    assert build.warnings == []
    records = build.records()
    assert records["phase-1"]["fields"] == {"start": "Q1 2026"}
    assert records["phase-1"]["summary"] == "Build"
    assert records["phase-2"]["summary"] == "Run"


def test_the_title_of_a_list_is_shown(built: Any) -> None:
    build = built("""
:::{cache-table} Kept things
- **CDN:** static assets
:::

:::{question-list}
:caption: What is *open*

- [ ] Which store?
:::

:::{change-log} What changed
- 1.0 (2026-01-01): First
:::
""")
    assert build.warnings == []
    page = build.text("page.html")
    for words in ("Kept things", "What is <em>open</em>", "What changed"):
        assert words in page


def test_document_control_in_two_places_adds_up(built: Any) -> None:
    build = built("""
:::{document-control}
**Version:** 1
:::

:::{document-control}
**Author:** Ann
:::

:::{document-control}
**Version:** 2
:::
""")
    assert build.codes() == ["conflict"]
    assert "version says something else than document-control at /" in build.warnings[0]
    (record,) = build.records().values()
    assert record["fields"]["version"] == "1"
    assert "Ann" in str(record["fields"])


def test_a_day_that_does_not_exist_keeps_the_owner(built: Any) -> None:
    build = built("""
:::{question-list}
- [ ] Where? (Ann, due 2026-02-31)
:::
""")
    assert build.codes() == ["date"]
    assert build.records()["where"]["fields"]["owner"] == ["Ann"]
    assert build.records()["where"]["fields"]["due"]["text"] == "2026-02-31"


def test_what_happens_in_a_step_may_stand_behind_an_arrow(built: Any) -> None:
    build = built("""
:::{pipeline}
1. Code Push → GitHub
2. Build → Image
:::
""")
    assert build.warnings == []
    page = BeautifulSoup(build.text("page.html"), "html.parser").get_text(" ", strip=True)
    assert "Code Push → Build" in page
    assert "Code Push — GitHub" in page


def test_error_responses_of_an_endpoint_are_its_errors(built: Any) -> None:
    build = built("""
:::{error-code} NO_USER
:title: Sign in
:http-status: 401
:::

:::{endpoint} POST /orders
**Error Responses:**

- **400:** Validation error
- **401:** Unauthorized
- Others are not expected
:::
""")
    assert build.warnings == []
    fields = build.records()["post-orders"]["fields"]
    assert fields["errors"] == [{"id": "400"}, {"id": "NO_USER"}]
    assert "Validation error" in build.text("page.html")
