"""Titles and ids of decision records, and which files are none."""

from __future__ import annotations

from typing import Any

import pytest
from adr_help import ADR, NYGARD, read

from sphinx_archdoc.formats.adr_folder import read_folder
from sphinx_archdoc.model.codes import Code


@pytest.mark.parametrize(
    "heading",
    [
        "7. Use REST",
        "0007 Use REST",
        "0007: Use REST",
        "ADR-7: Use REST",
        "ADR 7 – Use REST",
        "[ADR-7] - Use REST",
        "[ADR007] - Use REST",
        "ADR: Use REST",
        "ADR-nnn: Use REST",
        "Architecture Decision Record: Use REST",
        "ADR-0007 Use REST",
        "ADR #7: Use REST",
        "Architecture Decision Record 7: Use REST",
        "*Use REST*",
        "7 - Use REST",
    ],
)
def test_titles(heading: str) -> None:
    item = read(f"# {heading}\n\n## Status\n\nAccepted\n")
    assert item.record.title == "Use REST"
    assert not [problem for problem in item.adr.problems if problem.code is Code.NUMBER]


@pytest.mark.parametrize(
    ("text", "title", "where"),
    [
        ("## Status\n\nAccepted\n", "Use rest", "file name"),
        ("---\ntitle: Use REST now\n---\n## Status\n\nAccepted\n", "Use REST now", "front matter"),
        ("Use REST here\n\n## Status\n\nAccepted\n", "Use REST here", "line"),
        ("# Title: Use REST\n\n# Status\n\nAccepted\n", "Title: Use REST", "heading"),
        ("# 3D printers\n\n## Status\n\nAccepted\n", "3D printers", "heading"),
    ],
)
def test_titles_from_elsewhere(text: str, title: str, where: str) -> None:
    item = read(text)
    assert (item.record.title, item.adr.title.where) == (title, where)


def test_number_of_title_and_file_differ() -> None:
    item = read("# 8. Use REST\n\n## Status\n\nAccepted\n")
    assert item.record.id == "ADR-0007"
    assert [problem.code for problem in item.adr.problems] == [Code.NUMBER]


@pytest.mark.parametrize(
    ("path", "id_", "date"),
    [
        ("0007-use-rest.md", "ADR-0007", None),
        ("007_use_rest.md", "ADR-007", None),
        ("ADR-0007-use-rest.md", "ADR-0007", None),
        ("adr-007-use-rest.md", "ADR-007", None),
        ("adr_0007.md", "ADR-0007", None),
        ("ADR0007.md", "ADR-0007", None),
        ("SHOP-Api-0007-use-rest.md", "SHOP-Api-0007", None),
        ("0007-use-rest/README.md", "ADR-0007", None),
        ("0007-use-rest.md.md", "ADR-0007", None),
        ("20260115-use-rest.md", "20260115-use-rest", "2026-01-15"),
        ("2026-01-15-use-rest.md", "2026-01-15-use-rest", "2026-01-15"),
        ("use-rest.md", "use-rest", None),
        ("adr-use-rest.md", "adr-use-rest", None),
        ("adr/use-http2-everywhere.md", "use-http2-everywhere", None),
        ("use-rest/README.md", "use-rest", None),
    ],
)
def test_identity(path: str, id_: str, date: Any) -> None:
    record = read("# Use REST\n\n## Status\n\nAccepted\n\n## Decision\n\nX.\n", path).record
    assert record.id == id_
    assert (record.date.iso if record.date else None) == date


def test_numbers_that_repeat_are_records_of_their_own() -> None:
    text = b"# Use REST\n\n## Status\n\nAccepted\n"
    paths = ["a/0001-x.md", "a/0001-y.md", "b/0001-x.md", "b/001-x.md", "b/0002-z.md"]
    ids = {
        item.path: item.record.id for item in read_folder(dict.fromkeys(paths, text), ADR).adopted
    }
    assert len(set(ids.values())) == len(paths)
    assert ids["a/0001-y.md"] == "ADR-0001-y"
    assert (ids["b/001-x.md"], ids["b/0002-z.md"]) == ("ADR-001", "ADR-0002")


@pytest.mark.parametrize(
    ("path", "text", "why"),
    [
        ("README.md", "# Decisions\n", "index"),
        ("adr/index.rst", "Decisions\n=========\n", "index"),
        ("template.md", NYGARD, "template"),
        ("0000-template.md", NYGARD, "template"),
        ("adr-template-de.md", NYGARD, "template"),
        ("ADR_template.md", NYGARD, "template"),
        ("ADR-nnn_Any_Decision_Record_Template.md", NYGARD, "template"),
        ("AGENTS.md", "# Agents\n", "name"),
        ("0009-x.adoc", "= X\n", "not read"),
        ("0009-new.md", "---\nstatus: '{proposed | rejected | accepted}'\n---\n# X\n", "status"),
        ("0009-new.md", "# X\n\n* Status: [proposed | rejected | accepted]\n", "status"),
        ("0009-new.md", "# [short title of solved problem and solution]\n\n## Context\n", "title"),
        ("0009-new.md", "# {short title}\n\n## Status\n\nAccepted\n", "title"),
        ("0009-new.md", "# X\n\nDate: YYYY-MM-DD\n\n## Context\n", "date"),
        ("notes.md", "# Notes\n\nSome text.\n", "neither"),
        ("0009-empty.md", "", "empty"),
    ],
)
def test_what_is_no_record(path: str, text: str, why: str) -> None:
    folder = read_folder({path: text.encode()}, ADR)
    assert not folder.adopted
    assert why in folder.skipped[0].why


@pytest.mark.parametrize(
    "path", ["014-project-templates.md", "0003-index-orders.md", "0002-log.md"]
)
def test_names_that_only_resemble(path: str) -> None:
    assert read(NYGARD.replace("7. ", ""), path)


def test_the_same_number_five_times() -> None:
    files = {f"0001-choice-{letter}.md": NYGARD.encode() for letter in "abcde"}
    ids = [item.record.id for item in read_folder(files, ADR).adopted]
    assert ids == [f"ADR-0001-choice-{letter}" for letter in "abcde"]
