"""Tables of goals, estimates, permissions and errors, as readers of each format see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from bs4 import Tag
    from building import Project

PAGE = """\
# Page

:::{estimate-table}
:team: 2
:buffer: 25 %

| Component | Dev Effort | Test Effort | Total      |
|-----------|------------|-------------|------------|
| Login     | 8-10 days  | 3-5 days    | 11-15 days |
| Search    | 12-15 days | 5-7 days    | 17-22 days |
| **TOTAL** | 22-25 days | 8-12 days   | 28-37 days |
:::

:::{goal-table}

| Goal         | Target         | Measured | Status |
|--------------|----------------|----------|--------|
| Availability | 99.9% uptime   | 99.95 %  | ✅ Met |
| Answers      | < 200ms (p95)  | 180 ms   |        |
:::

:::{goal-table} Goals
:::

:::{permission-matrix}

| Role  | Read | Write    |
|-------|------|----------|
| Guest | ✅   | ❌       |
| Owner | ✅   | own only |
:::

:::{permission-matrix} Who may do what
:::

:::{error-table}

| Code     | Status | Description | Retry? |
|----------|--------|-------------|--------|
| NO_STOCK | 409    | Sold out    | No     |
:::

:::{c4-model}
person customer "Customer"
system shop "Shop"
:::

:::{flow} Buying
:id: FLOW-1

customer -> shop : Buys
error NO_STOCK @1 : Nothing is sold
:::

:::{integration} Payment
:id: INT-1

- **Type:** REST
- **Timeout:** 10s
- **Retry:** 3 times
- **Rate limit:** 100 req/min
- **Circuit breaker:** after 5 failures
- **Fallback:** an invoice
:::
"""


@pytest.fixture
def built(project: Project) -> Project:
    project.myst().write({"index.md": PAGE})
    return project


def test_html_and_the_export(built: Project) -> None:
    build = built.build()
    assert build.codes() == ["total"]
    assert "'22-25 days', but the rows add up to 20–25 days" in build.warnings[0]
    assert "index.md:11: " in build.warnings[0]
    html = build.text("index.html")
    for text in ("20–25 days", "28–37 days", "8.76 h", "43.2 min", "0.1 %", "3.5–4.62 weeks"):
        assert text in html
    records = build.records()
    assert records["qg-answers"]["effective_status"] == "met"
    assert records["est-login"]["line"] == 9
    assert "est-total" not in records
    assert records["role-owner"]["fields"]["allowed"] == ["Read", "Write (own only)"]
    assert records["INT-1"]["fields"]["timeout"]["low"] == 10
    anchor = records["NO_STOCK"]["anchor"]
    assert f'href="#{anchor}" title="Sold out">NO_STOCK</a>' in html


ODD = """\
# Page

:::{estimate-table}
:id-prefix: p-

| Story     | Estimate |
|-----------|----------|
| One       | 3 days   |
| Two       | soon     |
| **Total** | 3 days   |
:::

:::{estimate-table}

| Task    | Days |
|---------|------|
| Testing | 10   |
| Coding  | 20   |
| Testing | 50   |
| Total   | 80   |
:::

:::{estimate-table}
- Login: 3 days
- Search: 5-8 days
- **Total:** 9 days
:::

:::{estimate-table}

| Phase       | Task | Min (days) | Max (days) | Cost ($K) |
|-------------|------|------------|------------|-----------|
| **Backend** |      |            |            |           |
|             | API  | 1          | 2          | 5         |
|             | Jobs | 2          | 6          | 7         |
| Subtotal    |      | 3          | 8          | 12        |
:::

:::{risk-table}

| Risk   | Impact (1-5) | Probability (%) |
|--------|--------------|-----------------|
| Outage | 5            | 30              |
| Fire   | Critical     | 90              |
:::

:::{risk-table} Risks
:columns: id, impact, likelihood, score
:::
"""


def _grid(table: Tag) -> list[list[str]]:
    return [
        [cell.get_text(" ", strip=True) for cell in row.find_all(["th", "td"])]
        for row in table.find_all("tr")
    ]


def test_rows_that_are_no_records_and_headers_that_say_more(project: Project) -> None:
    build = project.myst().write({"index.md": ODD}).build()
    assert build.codes() == ["total", "value", "duplicate"]
    assert any("total is 'soon', which is no amount" in line for line in build.warnings)
    total = next(line for line in build.warnings if "archdoc.total" in line)
    assert "index.md:26: " in total
    assert "'Total' is '9 days', but the items add up to 8–11 days" in total
    html = BeautifulSoup(build.text("index.html"), "html.parser")
    grids = [_grid(table) for table in html.find_all("table")]
    assert grids[0] == [
        ["ID", "Story", "Estimate"], ["p-1", "One", "3 days"], ["p-2", "Two", "soon"],
        ["", "Total", "3 days"],
    ]  # fmt: skip
    # Where the author's own total is right, it says the sum already.
    assert grids[1] == [["Totals", "Sum"], ["Rows without an amount", "1 of 2"]]
    assert grids[2][-1] == ["Total", "80"]
    assert grids[3] == [["Totals", "Sum"], ["Sum", "8–11 days"]]
    assert grids[5] == [
        ["Totals", "Optimistic", "Pessimistic", "Sum"], ["Sum", "3 days", "8 days", "3–8 days"]
    ]  # fmt: skip
    assert [row[1:] for row in grids[7][1:]] == [
        ["Critical", "90 %", "9 Critical"], ["5/5", "30 %", "3 Medium"]
    ]  # fmt: skip
    records = build.records()
    assert records["est-api"]["fields"]["phase"] == "Backend"
    assert not {"est-total", "est-subtotal", "est-backend"} & records.keys()


BARS = """\
# Page

:::{estimate-table}
:buffer: 20 %

| Component | Dev     | Test     | Security |
|-----------|---------|----------|----------|
| Login     | 4 days  | 3-5 days | 1 day    |
| Search    | 12 days | 1 week   |          |
| **TOTAL** | 16 days | 8-10     | 1 day    |

**With 2 developers:** 9 weeks

**With 5 people:** 5-6 weeks

**With buffers:** 4 weeks
:::

:::{estimate-table}
:::

:::{estimate-table}

| Task   | Effort   |
|--------|----------|
| Polish | 2-4 days |
:::
"""


def test_ranges_are_bars_beside_the_words(project: Project) -> None:
    build = project.myst().write({"index.md": BARS}).build()
    html = BeautifulSoup(build.text("index.html"), "html.parser")
    own, sums, shown, polish = html.find_all("table")[:4]
    assert [cell.get_text(" ", strip=True) for cell in own.find_all("tr")[1].find_all("td")] == [
        "Login", "4 days", "3-5 days", "1 day", "8–10 days",
    ]  # fmt: skip
    assert own.find_all("th")[-1].get_text(" ", strip=True) == "Sum (computed)"
    assert own.find_all("tr")[-1].find_all("td")[-1].get_text(strip=True) == "25–27 days"
    for table, count in ((own, 2), (shown, 3)):
        drawn = [bar.find(class_="arch-range-own") for bar in table.find_all("svg")]
        # Login takes 8 to 10 of 17 days; Search, 17 days, has no range and is a mark at the end.
        places = [(float(bar["x"]), float(bar["width"])) for bar in drawn]
        assert {(471, 117), (988, 12)} <= {*places}
        assert len(places) == count
        assert all(bar["fill"] and bar.parent["aria-hidden"] == "true" for bar in drawn)
    assert len(polish.find_all("svg")) == 1
    assert not sums.find_all("svg")


def test_calendar_time_is_computed_and_written_lines_are_checked(project: Project) -> None:
    build = project.myst().write({"index.md": BARS}).build()
    assert build.codes() == ["total", "total"]
    assert "index.md:14: " in build.warnings[0]
    assert "'With 5 people' says 5-6 weeks, but" in build.warnings[0]
    assert "take 5 people 1–1.08 weeks" in build.warnings[0]
    # The buffer is said by the option: 25 to 27 days, a fifth more, by the five people above.
    assert "index.md:16: " in build.warnings[1]
    assert "take 5 people 1.2–1.3 weeks with a buffer of 20%" in build.warnings[1]
    assert "Calendar time of 2 people" in build.text("index.html")


@pytest.mark.parametrize("builder", ["text", "latex", "epub"])
def test_other_formats_say_the_same(built: Project, builder: str) -> None:
    build = built.build(builder, conf={"version": "1"})
    assert build.codes() == ["total"]
    assert not [line for line in build.warnings if "[archdoc." not in line]
    name = {"text": "index.txt", "latex": "project.tex", "epub": "index.xhtml"}[builder]
    found = build.out / name
    if not found.exists():
        (found,) = build.out.glob("*.tex")
    text = found.read_text(encoding="utf-8").replace("\\%", "%").replace("\\textendash{}", "–")
    for words in ("43.2 min", "Who may do what", "own only", "yes", "28–37"):
        assert words in " ".join(text.split())


def test_a_changed_number_changes_what_other_pages_show(built: Project) -> None:
    built.write({"sum.md": "# Sums\n\n:::{estimate-table}\n:::\n"})
    assert "28–37 days" in built.build().text("sum.html")
    built.write({"index.md": PAGE.replace("12-15 days", "13-15 days")})
    build = built.build()
    assert "29–37 days" in build.text("sum.html")
    assert "sum" in build.written
    assert build.read == {"index"}


def test_sums_stay_below_what_they_add_up(project: Project) -> None:
    """The script that sorts and filters rows leaves alone those that are marked."""
    rows = "| Component | Dev |\n|---|---|\n| A | 2 days |\n| B | 1 day |\n"
    views = "```{estimate-table}\n:buffer: 50 %\n```\n"
    page = f"# P\n\n:::{{estimate-table}}\n\n{rows}\n:::\n\n{views}"
    build = project.myst().write({"p.md": page})
    html = BeautifulSoup(build.build().text("p.html"), "html.parser")
    *_, view = html.find_all("table")
    marked = [("arch-total" in row.get("class", []), row.td.get_text()) for row in view.tbody("tr")]
    assert marked == [(False, "A"), (False, "B"), (True, "Sum"), (True, "With a buffer of 50 %")]
    assert "arch-total" not in str(html.find_all("table")[1])  # a table of nothing else
