"""``architecture.md`` at the end of an HTML build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from test_incremental import edit

if TYPE_CHECKING:
    from building import Project

PAGE = """\
Decisions
=========

.. adr:: Use `two` databases
   :id: ADR-2
   :status: accepted
   :affects: shop.db

   **Context:** There is *one* only, see `here <https://example.org>`_.

   **Options:**

   1. Two

      - Good, because ``SELECT`` works

   2. One

   **Decision:** Two

   .. code-block:: sql

      SELECT 1;

   ==== =====
   Year Count
   ==== =====
   2026 two
   ==== =====

.. c4-model::

   system shop "Shop"
     datastore db "Database"
"""


def test_the_file_says_what_the_pages_say(project: Project) -> None:
    project.conf |= {"archdoc_markdown": True, "project": "Shop"}
    build = project.write({"index.rst": PAGE}).build()
    assert build.warnings == []
    text = build.text("architecture.md")
    head = "# Architecture of Shop\n\n## Architecture decisions (1)\n\n### ADR-2: Use"
    assert text.startswith(head)
    assert "- Affects: shop.db: Database\n- Chosen: Two\n- Page: <index.html#ADR-2>\n" in text
    assert "**Context**\n\nThere is *one* only, see [here](<https://example.org>).\n" in text
    assert "**Two (Chosen)**" in text
    assert "- Good, because `SELECT` works" in text
    assert "```sql\nSELECT 1;\n```" in text
    assert "| Year | Count |\n| --- | --- |\n| 2026 | two |" in text
    assert "- Decided by: ADR-2: Use" in text
    assert "- Part of: shop: Shop" in text
    edit("index.rst", "There is *one* only", "There are *none*")(project)
    assert "There are *none*, see" in project.build().text("architecture.md")


def test_it_is_written_on_request_only(project: Project) -> None:
    assert not (project.write({"index.rst": PAGE}).build().out / "architecture.md").exists()


def test_it_is_no_page_where_the_output_lies_below_the_sources(project: Project) -> None:
    project.myst().conf["archdoc_markdown"] = True
    project.write(
        {"index.rst": PAGE, "notes/architecture.md": "---\norphan: true\n---\n\n# By hand\n"}
    )
    inside = project.build(out="source/_build/html").out
    assert (inside / "architecture.md").is_file()
    build = project.build("text")
    assert sorted(build.app.env.found_docs) == ["index", "notes/architecture"]
    assert build.warnings == []
