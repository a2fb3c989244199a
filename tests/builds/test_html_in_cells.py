"""HTML that Markdown lets through in a table: its words are read, its mark-up is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from building import Project

PAGE = """# Page

:::{risk-table}

| ID  | Risk                        | Impact | Likelihood | Mitigation                        |
|-----|-----------------------------|--------|------------|-----------------------------------|
| R-1 | Peak load<br>(Black Friday) | High   | Low        | Queue<br/>Scaling                 |
| R-2 | ~~Strike~~                  | Low    | High       | <ul><li>Rail</li><li>Sea</li></ul>|
| R-3 | <b>Ice</b> and *snow*       | Low    | High       | Salt                              |
:::
"""


def made(project: Project) -> Project:
    project.myst().conf["myst_enable_extensions"] = ["colon_fence", "strikethrough"]
    return project.write({"index.md": PAGE})


def test_titles_and_texts_are_the_words(project: Project) -> None:
    records = made(project).build().records()
    titles = {id_: record["title"] for id_, record in records.items()}
    assert titles == {"R-1": "Peak load (Black Friday)", "R-2": "Strike", "R-3": "Ice and snow"}
    said = {id_: record["fields"]["mitigation"] for id_, record in records.items()}
    assert {id_: " ".join(text.split()) for id_, text in said.items()} == {
        "R-1": "Queue Scaling",
        "R-2": "Rail Sea",
        "R-3": "Salt",
    }


@pytest.mark.parametrize("builder", ["text", "man", "latex"])
def test_no_words_grow_together_where_html_is_left_out(project: Project, builder: str) -> None:
    build = made(project).build(builder)
    files = [path for path in build.out.rglob("*") if path.suffix in (".txt", ".tex", ".1")]
    text = "".join(path.read_text(encoding="utf-8") for path in files)
    assert "Queue" in text
    for together in ("load(Black", "QueueScaling", "RailSea"):
        assert together not in text


def test_what_is_struck_out_is_no_value(project: Project) -> None:
    page = """# P

:::{risk-table}

| Risk     | Impact          | Likelihood       | Status              |
|----------|-----------------|------------------|---------------------|
| Fire     | ~~Low~~ High    | <s>High</s> Low  | ~~Open~~ Mitigated  |
| ~~Ice~~  | ~~Low~~         | High             | Open                |

:::
"""
    project.myst().conf["myst_enable_extensions"] = ["colon_fence", "strikethrough"]
    build = project.write({"index.md": page}).build()
    assert [line for line in build.warnings if "archdoc" in line] == []
    fire, ice = (build.records()[id_]["fields"] for id_ in ("fire", "ice"))
    assert [fire[name]["key"] for name in ("impact", "likelihood", "status")] == [
        "high",
        "low",
        "mitigated",
    ]
    assert ice["impact"]["key"] == "low"
