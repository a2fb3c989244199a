"""All records as one Markdown text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storing import rec, store_of, to, word

from sphinx_archdoc.formats.architecture_md import as_markdown
from sphinx_archdoc.formats.entity_body import read_body as entities
from sphinx_archdoc.formats.flow_body import read_body
from sphinx_archdoc.views.body_words import body_words

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


def test_what_both_ends_say_is_said_once() -> None:
    store = store_of(
        rec("adr", "ADR-1", "One", superseded_by=to("ADR-2")),
        rec("adr", "ADR-2", "Two", supersedes=to("ADR-1")),
    )
    text = as_markdown(store, "X")
    assert text.count("Superseded by: ADR-2: Two") == 1
    assert text.count("Supersedes: ADR-1: One") == 1


def test_labels_are_translated() -> None:
    text = as_markdown(sample(), "X", translate=str.upper)
    assert "## ARCHITECTURE DECISIONS (2)" in text
    assert "- STATUS: superseded" in text


def test_steps_and_columns_are_listed() -> None:
    flow = read_body(
        "customer -> shop : Buys [x]\nalt paid\nshop -> bank : Charge\nend\nerror 402 @2 : No"
    )
    columns = entities("- id: uuid (PK)\n- user_id: uuid (FK User)\n- has many: Line\n")
    store = store_of(
        rec("flow", "F-1", "Buy", body=flow.data),
        rec("entity", "Order", "Order", body=columns.data),
        rec("entity", "Line", "Line"),
        rec("adr", "ADR-1", "One"),
    )
    text = as_markdown(store, "X", words=lambda record: body_words(store, record, str))
    assert (
        "### F-1: Buy\n\n"
        "- (1) customer → shop: Buys \\[x\\]\n"
        "- If: paid\n"
        "  - (2) shop → bank: Charge\n"
        "- Errors\n"
        "  - 402 at step 2: No\n"
    ) in text
    assert (
        "- id: uuid (primary key)\n- user\\_id: uuid (foreign key)\n- Order has zero or more Line\n"
    ) in text
    assert "### ADR-1: One\n\n## Entities (2)\n\n### Line\n\n### Order\n" in text
