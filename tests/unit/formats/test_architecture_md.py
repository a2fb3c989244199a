"""All records as one Markdown text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storing import rec, store_of, to, word

from sphinx_archdoc.formats.architecture_md import as_markdown

if TYPE_CHECKING:
    from sphinx_archdoc.model.store import Store


def sample() -> Store:
    return store_of(
        rec("adr", "ADR-1", "One *store*", status=word("superseded"), summary="All in [one]."),
        rec(
            "adr", "ADR-2", "Two", status=word("accepted"), supersedes=to("ADR-1"), tags=("a", "b")
        ),
        rec("app", "shop.api", "API"),
        rec("app", "shop.web", "shop.web"),
        rec("relation", "REL-1", "Asks", source=to("shop.web"), target=to("shop.api")),
    )


def test_records_with_facts_and_what_refers_to_them() -> None:
    text = as_markdown(
        sample(),
        "The shop",
        address=lambda record: f"p.html#{record.id}",
        text=lambda record: "**Said.**" if record.id == "ADR-2" else "",
    )
    assert text.startswith(
        "# The shop\n\n## Architecture decisions (2)\n\n### ADR-1: One \\*store\\*\n"
    )
    assert "- Status: superseded\n- Superseded by: ADR-2: Two\n- Page: <p.html#ADR-1>\n" in text
    assert "\nAll in \\[one\\].\n" in text  # the summary, where there is no text
    assert "- Supersedes: ADR-1: One \\*store\\*\n" in text
    assert "- Tags: a, b\n" in text
    assert "\n**Said.**\n" in text
    assert "### shop.web\n" in text  # a title that only repeats the id
    assert text.endswith("## Relations (1)\n\n- shop.web → shop.api: API: Asks\n")


def test_labels_are_translated() -> None:
    text = as_markdown(sample(), "X", translate=str.upper)
    assert "## ARCHITECTURE DECISIONS (2)" in text
    assert "- STATUS: superseded" in text
