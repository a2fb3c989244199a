"""``archdoc init``: what it writes and never overwrites, and what is filled in."""

from __future__ import annotations

import ast
import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from command import run

from sphinx_archdoc.cli import starting
from sphinx_archdoc.templates import NAMES, template

if TYPE_CHECKING:
    from click.testing import Result

WHO = ("--title", "Shop", "--author", "Ann", "--email", "ann@example.org", "--date", "2026-05-31")


@pytest.fixture(autouse=True)
def _no_git(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let git have no user, whoever runs the tests."""
    nothing = tmp_path / "gitconfig"
    nothing.write_text("")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(nothing))
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", str(nothing))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))


def init(*arguments: str | Path, code: int = 0, answers: str = "") -> Result:
    return run("init", *arguments, code=code, answers=answers)


def files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def settings(folder: Path) -> dict[str, object]:
    tree = ast.parse((folder / "docs/conf.py").read_text(encoding="utf-8"))
    return {
        target.id: ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and not isinstance(node.value, (ast.IfExp, ast.Name))
        for target in node.targets
        if isinstance(target, ast.Name)
    }


@pytest.mark.parametrize("form", ["md", "rst"])
@pytest.mark.parametrize("name", NAMES)
def test_all_files_of_a_project(name: str, form: str, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "docs project"
    said = init(folder, "--template", name, "--format", form, *WHO).output
    found = files(folder)
    pages = {f"docs/{page.name}.{form}" for page in template(name).pages}
    assert set(found) == pages | {
        ".github/workflows/docs.yml",
        ".gitignore",
        ".readthedocs.yaml",
        "README.md",
        f"docs/adr/0001-keep-decisions-beside-the-code.{form}",
        "docs/conf.py",
        f"docs/index.{form}",
        "docs/requirements.txt",
    }
    assert said.count("wrote") == len(found)
    assert "sphinx-build -n -W docs build/html" in said
    assert "archdoc check --completeness" in found["README.md"]
    assert settings(folder)["archdoc_template"] == name
    assert settings(folder)["author"] == "Ann"
    assert "2026-11-30" in found[f"docs/index.{form}"]  # the review: half a year later
    assert yaml.safe_load(found[".readthedocs.yaml"])["sphinx"]["fail_on_warning"] is True
    steps = yaml.safe_load(found[".github/workflows/docs.yml"])["jobs"]["docs"]["steps"]
    assert "archdoc check --format github" in [step.get("run") for step in steps]


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "README.md").write_text("mine")
    (tmp_path / "docs/index.md").write_text("mine too")
    said = init(tmp_path, *WHO, code=1).output
    assert f"exists       {tmp_path / 'README.md'} (left as it is)" in said
    found = files(tmp_path)
    assert (found["README.md"], found["docs/index.md"]) == ("mine", "mine too")
    assert "docs/conf.py" in found
    assert "conf.py was there" not in said
    again = init(tmp_path, *WHO, code=1).output
    assert "wrote" not in again
    assert 'may say archdoc_template = "project"' in again
    assert files(tmp_path) == found


def test_a_dangling_link_counts_as_a_file(tmp_path: Path) -> None:
    (tmp_path / "README.md").symlink_to(tmp_path / "nowhere")
    init(tmp_path, *WHO, code=1)
    assert not (tmp_path / "nowhere").exists()


def test_nothing_is_written_outside(tmp_path: Path) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    outside.mkdir()
    inside.mkdir()
    (inside / "docs").symlink_to(outside, target_is_directory=True)
    assert "lies outside of" in init(inside, *WHO, code=2).output
    assert files(outside) == {}
    assert [path.name for path in inside.iterdir()] == ["docs"]


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    said = init(tmp_path / "new", "--dry-run", *WHO).output
    assert "would write" in said
    assert "Build it" not in said
    assert not (tmp_path / "new").exists()


def test_the_templates_are_listed() -> None:
    said = init("--list-templates").output
    for name in NAMES:
        assert f"{name}: {template(name).title}" in said
        assert template(name).audience in said


def test_without_a_terminal_and_options_places_stay_open(tmp_path: Path) -> None:
    init(tmp_path / "new")
    assert settings(tmp_path / "new")["project"] == "[System name]"
    assert "**Authors:** [Author]" in files(tmp_path / "new")["docs/index.md"]


def test_git_says_who_writes(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    for key, value in (("user.name", "Zoë *Q*"), ("user.email", "zoe@example.org")):
        subprocess.run(["git", "-C", str(tmp_path), "config", key, value], check=True)
    init(tmp_path / "new" / "er", "--email", "")
    assert starting.facts_for(tmp_path, None, None, None, None).author == "Zoë *Q*"
    found = files(tmp_path / "new" / "er")["docs/index.md"]
    assert "**Authors:** Zoë \\*Q\\*" in found
    assert "**Contact:** [E-mail]" in found  # asked for nothing: git is not asked


def test_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    init(tmp_path / "new")
    assert settings(tmp_path / "new")["author"] == "[Author]"


def test_a_terminal_is_asked_for_what_is_not_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starting, "_is_asked", lambda: True)
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    subprocess.run(["git", "-C", str(tmp_path), "config", "user.email", "z@b.org"], check=True)
    said = init(tmp_path / "shop-docs", "--author", "Ann", answers="\n\n").output
    assert "Name of the system [shop-docs]: " in said
    assert "E-mail [z@b.org]: " in said
    assert "Author" not in said.partition("wrote")[0]
    assert settings(tmp_path / "shop-docs")["project"] == "shop-docs"


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("--template", "nothing"), "'nothing' is not one of"),
        (("--date", "yesterday"), "does not match"),
        (("--title", "x" * 201), "more than 200 characters"),
    ],
)
def test_wrong_use(arguments: tuple[str, ...], word: str, tmp_path: Path) -> None:
    assert word in init(tmp_path / "new", *arguments, code=2).output
    assert not (tmp_path / "new").exists()


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "is no folder" in init(tmp_path / "file", *WHO, code=2).output


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is forbidden here")
def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        assert "Permission denied" in init(tmp_path / "new", *WHO, code=2).output
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize(("first", "second"), [("md", "rst"), ("rst", "md")])
def test_no_page_is_written_beside_its_twin_in_the_other_markup(
    first: str, second: str, tmp_path: Path
) -> None:
    init(tmp_path, "--format", first, *WHO)
    before = files(tmp_path)
    (tmp_path / f"docs/risks.{first}").unlink(missing_ok=True)
    (tmp_path / "docs/requirements.txt").unlink()
    said = init(tmp_path, "--format", second, *WHO, code=1).output
    added = set(files(tmp_path)) - set(before)
    assert added <= {f"docs/risks.{second}"}
    assert f"index.{first} (index.{second} is not written)" in said
    assert f"0001-keep-decisions-beside-the-code.{first} (0001-" in said
    assert (tmp_path / "docs/requirements.txt").is_file()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is full")
def test_a_full_disk_leaves_no_half_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int, mode: str) -> Any:
        os.close(handle)
        return Path("/dev/full").open(mode)

    monkeypatch.setattr(os, "fdopen", full)
    said = run("init", tmp_path / "docs", code=2).stderr
    assert "No space left on device" in said
    assert [path for path in (tmp_path / "docs").rglob("*") if path.is_file()] == []
