"""The process behind PlantUML, played by a small program: crashes, hangs, old versions, secrets."""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING

import pytest

from sphinx_archdoc.diagrams.engines import java, plantuml
from sphinx_archdoc.diagrams.engines.base import EngineError, MissingEngineError, TextError
from sphinx_archdoc.diagrams.engines.daemon import Daemon
from sphinx_archdoc.diagrams.engines.foreign import Engines, Foreign

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PROGRAM = """
import os, sys, time
if "-version" in sys.argv:
    print("PlantUML version " + {version!r} + " (whenever)")
    sys.exit()
end = sys.argv[-1]
log = open({log!r}, "a")
log.write("start " + " ".join(sorted(os.environ)) + chr(10))
log.flush()
for line in sys.stdin:
    word = line.strip()
    if word == "crash":
        sys.exit(3)
    if word == "crash once":
        if open({log!r}).read().count("start") == 1:
            sys.exit(3)
    if word == "hang":
        time.sleep(60)
    if word == "wrong":
        print("ERROR\\n1\\nSyntax Error?\\n" + end, flush=True)
    elif word == "nothing":
        print("hello\\n" + end, flush=True)
    elif word not in ("@startuml", "@enduml"):
        print('<?plantuml x?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
              "<text>" + word + "</text></svg>" + end, flush=True)
"""


@pytest.fixture
def fake(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Return a command that behaves like PlantUML, and the file where it says that it started."""
    log = tmp_path / "log"
    log.touch()
    program = tmp_path / "fake.py"
    program.write_text(PROGRAM.format(version="1.2026.2", log=str(log)))
    command = tmp_path / "fake"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{program}" "$@"\n')
    command.chmod(command.stat().st_mode | stat.S_IXUSR)
    yield str(command), log
    plantuml._daemon.cache_clear()


def daemon(fake: tuple[str, Path]) -> Daemon:
    return Daemon(
        arguments=lambda delimiter: [fake[0], delimiter],
        environment={"PATH": os.environ["PATH"]},
        timeout=20,
        what="Fake",
    )


def test_one_process_answers_all(fake: tuple[str, Path]) -> None:
    running = daemon(fake)
    answers = [running.ask(f"word {number}\n") for number in range(20)]
    assert [f"word {number}</text>" in answers[number] for number in range(20)] == [True] * 20
    assert fake[1].read_text().count("start") == 1
    running.stop()
    running.stop()
    assert "again" in running.ask("again\n")
    running.stop()


def test_a_crash_is_tried_once_more(fake: tuple[str, Path]) -> None:
    running = daemon(fake)
    assert "crash once" in running.ask("crash once\n")
    assert fake[1].read_text().count("start") == 2
    with pytest.raises(EngineError, match="ended without an answer"):
        running.ask("crash\n")
    with pytest.raises(EngineError, match="not started again"):
        running.ask("word\n")
    assert fake[1].read_text().count("start") == 3


def test_a_hang_ends(fake: tuple[str, Path]) -> None:
    running = daemon(fake)
    patience, running.timeout = running.timeout, 0.5
    with pytest.raises(EngineError, match=r"more than 0\.5 seconds"):
        running.ask("hang\n")
    running.timeout = patience
    assert "word" in running.ask("word\n")
    running.stop()


def test_a_fork_leaves_the_process_of_its_parent_alone(fake: tuple[str, Path]) -> None:
    running = daemon(fake)
    assert "word" in running.ask("word\n")
    running._owner = -1  # as a fork sees it
    running.stop()
    assert "word" in running.ask("word\n")
    running.stop()
    assert fake[1].read_text().count("start") == 2


def test_a_missing_command() -> None:
    with pytest.raises(MissingEngineError, match="cannot be started"):
        plantuml.draw("x", ("/nowhere/plantuml",), None)
    with pytest.raises(MissingEngineError, match="cannot be started"):
        daemon(("/nowhere/fake", None)).ask("x\n")  # type: ignore[arg-type]


def test_an_old_version_is_refused(fake: tuple[str, Path], tmp_path: Path) -> None:
    program = tmp_path / "fake.py"
    program.write_text(PROGRAM.format(version="1.2020.02", log=str(fake[1])))
    with pytest.raises(EngineError, match=r"PlantUML 1\.2020\.02 is too old"):
        plantuml.draw("x\n", (fake[0],), None)
    program.write_text(PROGRAM.format(version="of none", log=str(fake[1])))
    with pytest.raises(EngineError, match="is no PlantUML"):
        plantuml.draw("x\n", (fake[0],), None)


def test_the_process_sees_no_secret(
    fake: tuple[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DEPLOY_TOKEN", "secret")
    plantuml.draw("x\n", (fake[0],), None)
    seen = fake[1].read_text()
    assert "PLANTUML_SECURITY_PROFILE" in seen
    assert "DEPLOY_TOKEN" not in seen


def foreign(text: str) -> Foreign:
    return Foreign(language="plantuml", source="a\nb", text=text, lines=(0, 7, 7), title="T")


def test_pictures_and_faults_are_kept(fake: tuple[str, Path], tmp_path: Path) -> None:
    door = Engines((fake[0],), tmp_path / "cache")
    first = door.draw(foreign("word\n"))
    assert door.is_kept(foreign("word\n"))
    assert not door.is_kept(foreign("other\n"))
    for _ in range(2):
        with pytest.raises(TextError, match=r"cannot read this: Syntax Error\?") as caught:
            door.draw(foreign("wrong\n"))
        assert caught.value.line == 7  # the second line of the text
    with pytest.raises(EngineError, match="no picture"):
        door.draw(foreign("nothing\n"))
    assert not door.is_kept(foreign("nothing\n"))
    assert fake[1].read_text().count("start") == 1
    plantuml._daemon.cache_clear()
    assert door.draw(foreign("word\n")) == first
    assert fake[1].read_text().count("start") == 1  # nothing was started for what is kept


@pytest.mark.parametrize("text", ["", "{", "[]", "[1, 2]", '{"svg": "x"}', '["a", "b"]', "null"])
def test_a_broken_entry_is_drawn_again(fake: tuple[str, Path], tmp_path: Path, text: str) -> None:
    door = Engines((fake[0],), tmp_path / "cache")
    first = door.draw(foreign("word\n"))
    door._path(foreign("word\n")).write_text(text)
    assert door.draw(foreign("word\n")) == first


def test_a_changed_program_is_another_engine(fake: tuple[str, Path], tmp_path: Path) -> None:
    door = Engines((fake[0],), tmp_path)
    before = door.name("plantuml")
    os.utime(fake[0], (1, 1))
    assert door.name("plantuml") != before
    assert java.identity(("no such command", "-x")) == "no such command -x"


def test_other_fonts_are_another_engine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    jar = tmp_path / "plantuml.jar"
    jar.write_bytes(b"")
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    for face in ("Regular", "Bold", "Italic", "BoldItalic"):
        (fonts / f"NotoSans-{face}.ttf").write_bytes(b"")
    monkeypatch.setattr(java, "_package", lambda _name: tmp_path)
    with_noto = java.identity((str(jar),))
    (fonts / "NotoSans-Bold.ttf").unlink()
    assert java.identity((str(jar),)) != with_noto


def test_nothing_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(java, "_package", lambda _name: None)
    assert java.font_configuration(tmp_path) is None
    with pytest.raises(MissingEngineError, match=r"sphinx-archdoc\[plantuml\]"):
        Engines((), tmp_path).name("plantuml")
    with pytest.raises(MissingEngineError, match=r"sphinx-archdoc\[plantuml\]"):
        plantuml.draw("x", (), tmp_path / "none")
    plantuml._daemon.cache_clear()
