"""What nobody knows yet is shown as its author wrote it, without a warning, and answers nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from building import Project

PAGE = """
# Page

:::{risk} Fire
:id: R-1
:impact: TBD
:likelihood: à définir
:owner: noch offen
:review: to be decided
:::

:::{risk} Ice
:id: R-2
:owner: Ann
:::

:::{open-question} Who pays?
:id: Q-1
:status: TBD
:::

:::{open-question} Who cleans?
:id: Q-2
:status: TBD
:answer: We do.
:::

:::{risk-table}
:filter: not owner
:columns: id, title
:::
"""


def test_it_is_shown_and_answers_nothing(project: Project) -> None:
    build = project.myst().write({"index.md": PAGE}).build()
    assert build.warnings == []
    table = build.text("index.html")
    card = table.split("Ice", 1)[0].casefold()
    for word in ("tbd", "à définir", "noch offen", "to be decided"):
        assert word in card, word
    rows = table[table.rindex("<table") : table.rindex("</table>")]
    assert "R-1" in rows
    assert "R-2" not in rows
    questions = build.records()
    assert questions["Q-1"]["fields"]["status"]["text"] == "TBD"
