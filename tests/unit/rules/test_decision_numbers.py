"""Numbers of decisions that are in use twice: of files, and of decisions on pages."""

from __future__ import annotations

import dataclasses
from typing import Any

from advice_help import adr, only
from storing import rec, store_of

from sphinx_archdoc.model.findings import Location


def page(path: str, id_: str) -> Any:
    kind, packed = rec("adr", id_, origin="page")
    record = store_of((kind, packed)).records[0]
    registry_kind = store_of((kind, packed)).kind(record)
    moved = dataclasses.replace(record, at=Location(path.rpartition(".")[0], path, 1, id_))
    return moved.at.docname, registry_kind.pack(moved)


def test_the_same_number_twice_in_a_folder() -> None:
    store = store_of(
        page("adr/0001-a.md", "ADR-0001-a"),
        page("adr/0001-b.md", "ADR-0001-b"),
        page("adr/001-c.md", "ADR-001"),
        page("other/0001-a.md", "other-0001"),
        page("adr/0002-x/README.md", "ADR-0002"),
    )
    assert only("adr_number", store) == [
        "adr ADR-0001-b: adr/0001-a.md has the number 0001 too; give one of them the next free one"
    ]


def test_the_same_number_but_for_zeros_on_a_page() -> None:
    store = store_of(
        page("adr/0002-a.md", "ADR-0002"),
        page("other/002-b.md", "ADR-002"),
        page("adr/0003-c.md", "ADR-0003"),
        adr("ADR-2"),
        adr("SEC-3"),
        adr("ADR-20"),
    )
    said = "ADR-2 in ADR-2.rst has this number too; give one of them the next free one"
    assert only("adr_number", store) == [f"adr ADR-0002: {said}", f"adr ADR-002: {said}"]
