"""Completion for editors: snippets, schemas of data files; and the preview."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from command import run
from jsonschema import Draft202012Validator

from sphinx_archdoc import kinds
from sphinx_archdoc.cli import preview as preview_module
from sphinx_archdoc.formats.data_files import read_rows
from sphinx_archdoc.model.data_schema import data_schema
from sphinx_archdoc.views.catalog import catalog

REGISTRY = kinds.load()


@pytest.mark.parametrize("form", ["md", "rst"])
def test_every_directive_has_a_snippet(form: str) -> None:
    made = json.loads(run("snippets", "--format", form).output)
    wanted = {kind.name for kind in REGISTRY if kind.family != "relation"} | set(catalog(REGISTRY))
    assert {entry["prefix"] for entry in made.values()} == wanted
    for entry in made.values():
        text = "\n".join(entry["body"])
        stops = [int(stop) for stop in re.findall(r"\$\{(\d+)[:|]", text)]
        assert stops == list(range(1, len(stops) + 1))
        assert entry["description"]
        assert f"{{{entry['prefix']}}}" in text or f".. {entry['prefix']}::" in text


def test_snippets_go_into_a_file(tmp_path: Path) -> None:
    target = tmp_path / ".vscode" / "archdoc.code-snippets"
    run("snippets", "-o", target)
    assert json.loads(target.read_text(encoding="utf-8"))["archdoc adr"]["scope"] == "markdown"


@pytest.mark.parametrize("kind", [kind.name for kind in REGISTRY])
def test_schemas_of_data_files(kind: str) -> None:
    schema = json.loads(run("schema", "--data", kind).output)
    Draft202012Validator.check_schema(schema)
    said = schema["$defs"]["record"]["properties"]
    found = REGISTRY[kind]
    assert {spec.option for spec in found.fields if spec.option in found.headers} <= set(said)
    for name in set(said) - {"id"}:
        word = name.lower()
        assert word in found.headers or word in found.title_words, name


def test_a_schema_accepts_what_the_table_reads() -> None:
    schema = Draft202012Validator(data_schema(REGISTRY["risk"]))
    rows = [
        {"Risk": "A", "Probability": "high", "Effect on": "x", "score": 3, "owner": None},
        {"title": "B", "status": "half open", "affects": ["shop.db", "shop"]},
    ]
    assert schema.is_valid(rows)
    assert schema.is_valid({"risks": rows})
    assert not read_rows(json.dumps(rows).encode(), "risks.json").problems
    assert not schema.is_valid([{"impact": "high"}])  # nothing says what the risk is
    assert not schema.is_valid([{"title": "A", "impact": {"now": "high"}}])
    assert not schema.is_valid("risks")


def test_an_unknown_kind_is_named_with_its_neighbour() -> None:
    assert "did you mean 'risk'?" in run("schema", "--data", "rsk", code=2).output


def test_the_preview_starts_sphinx_autobuild(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "conf.py").touch()
    calls: list[list[str]] = []
    monkeypatch.setattr(preview_module, "find_spec", lambda name: name)
    monkeypatch.setattr(preview_module, "_run", lambda command: calls.append(command) or 3)
    run("preview", tmp_path, "--port", "0", "--open", "--", "-E", code=3)
    (command,) = calls
    assert command[1:-1] == [
        "-m", "sphinx_autobuild", "--port", "0", "--open-browser", "-E", str(tmp_path / "docs"),
    ]  # fmt: skip


def test_the_preview_says_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "no conf.py" in run("preview", tmp_path, code=2).output
    (tmp_path / "conf.py").touch()
    monkeypatch.setattr(preview_module, "find_spec", lambda _name: None)
    assert 'pip install "sphinx-archdoc[preview]"' in run("preview", tmp_path, code=2).output


def test_a_taken_port_is_told_before_anything_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "conf.py").touch()
    monkeypatch.setattr(preview_module, "find_spec", lambda name: name)
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        said = run("preview", tmp_path, "--port", port, code=2).output
    assert f"port {port} is taken" in said
    assert "--port" in said


#: In place of sphinx-autobuild: says what it is, starts something, and waits.
SERVER = """
import os, pathlib, subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
pathlib.Path(os.environ["SAYS"]).write_text(f"{os.getpid()} {child.pid} {sys.argv[-1]}.")
time.sleep(60)
"""

#: The command as in a terminal: what a script starts in the background ignores Ctrl-C.
COMMAND = """
import runpy, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
runpy.run_module("sphinx_archdoc", run_name="__main__")
"""


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_preview_leaves_nothing_behind(tmp_path: Path, number: signal.Signals) -> None:
    (tmp_path / "conf.py").touch()
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "sphinx_autobuild.py").write_text(SERVER, encoding="utf-8")
    says = tmp_path / "says"
    path = os.pathsep.join([str(tmp_path / "more"), *sys.path])
    with subprocess.Popen(
        [sys.executable, "-c", COMMAND, "preview", str(tmp_path), "--port", "0"],
        env={**os.environ, "PYTHONPATH": path, "SAYS": str(says)},
        stderr=subprocess.PIPE,
    ) as preview:
        while not (says.exists() and says.read_text().endswith(".")):
            assert preview.poll() is None
            time.sleep(0.05)
        preview.send_signal(number)
        assert preview.communicate(timeout=30)[1] == b""
        assert preview.returncode == 0
    server, child, output = says.read_text().removesuffix(".").split(" ", 2)
    assert not Path(output).exists()
    for process in map(int, (server, child)):
        until = time.monotonic() + 20  # what is killed may take a moment to be gone
        while _is_running(process) and time.monotonic() < until:
            time.sleep(0.05)
        assert not _is_running(process)


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
        state = Path(f"/proc/{process}/stat")
        return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_statuses_and_levels_are_offered_and_other_words_allowed() -> None:
    record = data_schema(REGISTRY["risk"])["$defs"]["record"]["properties"]
    offered = {name: record[name]["anyOf"][0].get("enum") for name in ("status", "impact")}
    assert "mitigated" in offered["status"]
    assert offered["impact"] == ["low", "medium", "high"]
    assert record["Probability"] == record["likelihood"]
    schema = Draft202012Validator(data_schema(REGISTRY["risk"]))
    assert schema.is_valid([{"title": "A", "impact": "severe"}])
