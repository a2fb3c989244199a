"""The command line speaks the language of the environment; programs get the same in each."""

from __future__ import annotations

import inspect
import json
from typing import TYPE_CHECKING

import pytest
from click import core, decorators, exceptions, formatting
from click.testing import CliRunner

from sphinx_archdoc.cli import adopting, speaking
from sphinx_archdoc.cli.main import main
from sphinx_archdoc.formats.adr_facts import AdrFact

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

TEXT = "# 1. Use SOAP\n\nStatus: {0}\n\n## Context\n\nX.\n\n## Decision\n\nY.\n\n"
TEXT += "## Consequences\n\nZ.\n"
#: Not the catalogue of the package, so that these tests look at the way there.
GERMAN = {
    "Usage:": "Aufruf:",
    "Options": "Optionen",
    "Commands": "Befehle",
    "Error: {message}": "Fehler: {message}",
    "Report what is wrong below ROOT, as a build would.": "Berichten, was nicht stimmt.",
    "Read decisions only, also where a conf.py is.": "Nur Entscheidungen lesen.",
    "what is wrong; exit code 1 if anything is": "was nicht stimmt",
    "{n} record": "{n} Eintrag",
    "{n} finding": "{n} Befund",
    "nothing wrong": "nichts zu beanstanden",
    "line {n}": "Zeile {n}",
    "{word!r} is no status; allowed: {words}": "{word!r} ist kein Status; erlaubt: {words}",
}


def run(*arguments: str, code: int = 0, language: str = "de_DE.UTF-8") -> Result:
    asked = {"LANGUAGE": "", "LC_ALL": "", "LC_MESSAGES": "", "LANG": language}
    done = CliRunner().invoke(main, list(arguments), env=asked)
    assert done.exit_code == code, done.output
    return done


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a decision; German are the words above."""
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo

    catalog = Catalog(locale="de")
    for word, said in GERMAN.items():
        catalog.add(word, said)
    file = tmp_path / "locale/de/LC_MESSAGES/sphinx_archdoc.mo"
    file.parent.mkdir(parents=True)
    with file.open("wb") as stream:
        write_mo(stream, catalog)
    monkeypatch.setattr(speaking, "_FOLDER", tmp_path / "locale")
    speaking._catalog.cache_clear()
    root = tmp_path / "root"
    (root / "adr").mkdir(parents=True)
    (root / "adr/0001-soap.md").write_text(TEXT.format("Accepted"), encoding="utf-8")
    monkeypatch.chdir(root)
    return root


@pytest.fixture(autouse=True)
def _as_before() -> None:
    speaking._catalog.cache_clear()


def test_help(folder: Path) -> None:
    said = run("check", "--help").output
    assert said.startswith(
        "Aufruf: main check [OPTIONS] [ROOT]\n\n  Berichten, was nicht stimmt.\n"
    )
    assert "\nOptionen:\n" in said
    assert " Nur Entscheidungen lesen.\n" in said
    whole = run("--help").output
    assert "archdoc check                      was nicht stimmt\n" in whole
    assert "\n  check     Berichten, was nicht stimmt.\n" in whole
    assert "Aufruf:" not in run("check", "--help", language="C").output
    assert "Report what is wrong below ROOT" in run("check", "--help", language="C").output


def test_what_is_said(folder: Path) -> None:
    assert run("check").stderr == "1 Eintrag, nichts zu beanstanden\n"
    assert (
        "Fehler: 'odd' ist kein Status; erlaubt: " in run("list", "--status", "odd", code=2).stderr
    )
    assert "status: accepted  (Zeile 3, line)" in run("adopt", "--check").output
    (folder / "adr/0001-soap.md").write_text(TEXT.format("Superseded by ADR-9"), encoding="utf-8")
    done = run("check", code=1)
    assert done.stderr == "1 Eintrag, 1 Befund\n"
    assert (
        ": WARNING: adr ADR-0001: superseded-by names " in done.stdout
    )  # to be searched for: as in any language


@pytest.mark.parametrize("command", ["check", "list", "export", "schema", "snippets"])
def test_programs_read_the_same(folder: Path, command: str) -> None:
    (folder / "adr/0001-soap.md").write_text(TEXT.format("Superseded by ADR-9"), encoding="utf-8")
    more = ("--format", "json") if command in ("check", "list") else ()
    code = int(command == "check")
    german, english = (run(command, *more, code=code, language=said) for said in ("de", "C"))
    assert german.stdout == english.stdout
    assert json.loads(german.stdout)


def test_first_that_is_set_wins(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert speaking.translate("nothing wrong") == "nothing wrong"
    monkeypatch.setenv("LANG", "de_AT.UTF-8")
    assert speaking.translate("nothing wrong") == "nichts zu beanstanden"
    monkeypatch.setenv("LC_ALL", "C")
    assert speaking.translate("nothing wrong") == "nothing wrong"
    monkeypatch.setenv("LANGUAGE", "fr:de")
    assert speaking.translate("nothing wrong") == "nichts zu beanstanden"


def test_what_is_translated_of_a_help() -> None:
    text = """First
    paragraph.

    \b
    archdoc check          what is wrong
    archdoc init . --now
    """
    found: list[str] = []
    said = speaking.reworded(text, lambda part: found.append(part) or part.upper())
    assert found == ["First paragraph.", "what is wrong"]
    lines = "archdoc check          WHAT IS WRONG\narchdoc init . --now"
    assert said == f"FIRST PARAGRAPH.\n\n\b\n{lines}"


def test_the_commands_themselves_stay_english(folder: Path) -> None:
    before = [*speaking.words_of(main)]
    run("--help")
    assert [*speaking.words_of(main)] == before
    assert "Write a new record." in before
    assert "Open the pages in the browser." in before


def test_words_of_click_are_those_that_it_asks_for() -> None:
    """Another version may ask for others, which stay English then."""
    asked = "".join(
        inspect.getsource(module) for module in (core, decorators, exceptions, formatting)
    )
    known = [word for word in speaking.WORDS_OF_CLICK if f'_("{word}")' in asked]
    assert len(known) >= len(speaking.WORDS_OF_CLICK) - 3


def test_each_word_of_a_report_is_known() -> None:
    words = " ".join((AdrFact.__doc__ or "").split()).partition("``where`` is ")[2]
    told = {word for word in words.split("``")[1::2] if word != "sure"}
    assert {"front matter", "guess"} <= told
    assert told <= set(adopting.WORDS)


def test_a_language_without_a_catalogue() -> None:
    assert run("--help", language="xx").output.startswith("Usage: ")
