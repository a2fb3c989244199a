"""A folder with every sort of broken record: each is read as far as it goes, and harms no other."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup

from sphinx_archdoc import kinds
from sphinx_archdoc.formats.adr_folder import read_folder

if TYPE_CHECKING:
    from building import Project

_NASTY = Path(__file__).resolve().parents[2] / "benchmarks" / "adoption" / "nasty.py"


def nasty() -> Any:
    spec = importlib.util.spec_from_file_location("nasty_records", _NASTY)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def tool() -> Any:
    return nasty()


def by_recipe(tool: Any) -> dict[str, bytes]:
    return {f"0{number}-{name}{ending}": bytes_of(number) for number, (name, (ending, bytes_of, _))
            in enumerate(tool.RECIPES.items(), 500)}  # fmt: skip


def test_each_is_read_as_far_as_it_goes(tool: Any) -> None:
    found = read_folder(by_recipe(tool), kinds.load()["adr"])
    states = {
        item.path.split("-", 1)[1].partition(".")[0]: item.record.status.key  # type: ignore[attr-defined] # an adr
        if item.record.status  # type: ignore[attr-defined] # an adr
        else ""
        for item in found.adopted
    }
    assert states == {
        name: status for name, (_, _, status) in tool.RECIPES.items() if status is not None
    }
    empty = {item.path.split("-", 1)[1].partition(".")[0] for item in found.skipped}
    assert empty == {name for name, (_, _, status) in tool.RECIPES.items() if status is None}


def test_no_file_changes_what_is_read_from_another(tool: Any) -> None:
    adr = kinds.load()["adr"]
    files = by_recipe(tool)
    together = {item.path: item.record for item in read_folder(files, adr).adopted}
    for path, data in files.items():
        alone = read_folder({path: data}, adr).adopted
        record = alone[0].record if alone else None
        assert together.get(path) == record, path


def test_the_build_goes_on(tool: Any, project: Project) -> None:
    files = {**tool.files(20), **by_recipe(tool)}
    del files["0510-large.md"]
    project.myst()
    (project.source / "adr").mkdir()
    for name, data in files.items():
        (project.source / "adr" / name).write_bytes(data)
    project.write({"index.rst": "All\n===\n\n.. adr-list::\n"})
    build = project.build()
    records = build.records()
    assert {f"ADR-{name[:4]}" for name in by_recipe(tool)} - set(records) == {
        "ADR-0506", "ADR-0507", "ADR-0508", "ADR-0510",
    }  # fmt: skip  # empty, blank, binary (no heading), and the one left out
    again = [id_ for id_ in records if id_.startswith("ADR-0007-again")]
    assert len(again) == 5
    said = "\n".join(build.warnings)
    assert said.count("[archdoc.number]") == 4
    assert "0501-latin.md:1: WARNING: the file is not UTF-8; it was read as Windows-1252" in said
    assert "Traceback" not in said
    page = BeautifulSoup(build.text("adr/0501-latin.html"), "html.parser")
    assert "Größe ändern" in page.get_text()
    listed = BeautifulSoup(build.text("index.html"), "html.parser").select_one("[role=main]")
    assert listed.select_one("script, img") is None
    assert "HTML" in listed.get_text()


def test_pages_of_ascii_and_utf8_are_as_before(project: Project) -> None:
    project.write({"index.rst": "Größe\n=====\n\nÖl.\n"})
    assert project.build().warnings == []


def test_an_encoding_that_conf_py_names_counts(project: Project) -> None:
    project.conf["source_encoding"] = "latin-1"
    (project.source / "index.rst").write_bytes("Größe\n=====\n\nÖl.\n".encode("latin-1"))
    build = project.build()
    assert not build.codes()
    assert "Größe" in build.text("index.html")
