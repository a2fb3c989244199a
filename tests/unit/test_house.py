"""The rules of the house, read from the files themselves: code."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from house_help import PACKAGE, ROOT, STYLES

from sphinx_archdoc.model.codes import Code

if TYPE_CHECKING:
    from collections.abc import Iterator

MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))
LONGEST = 300
LONGEST_KIND = 85
DOCUMENTED = ("model", "kinds", "rules", "views", "formats", "diagrams", "reading", "render")
#: Code that a text could smuggle in; as names, and as attributes of modules.
RUNS_CODE = {"eval", "exec", "compile", "__import__"}
RUNS_CODE_IN = {
    "pickle": {"load", "loads", "Unpickler"},
    "marshal": {"load", "loads"},
    "os": {"system", "popen"},
    "yaml": {"load", "unsafe_load", "full_load", "load_all"},
}
#: Opens what lies in Sphinx's own pickle of the environment, and nothing else.
MAY_UNPICKLE = "sphinxext/shelf.py"


@cache
def tree(name: str) -> ast.Module:
    return ast.parse((PACKAGE / name).read_text(encoding="utf-8"))


def imported(name: str) -> Iterator[str]:
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


# -- files and documentation -------------------------------------------------------------------


@pytest.mark.parametrize("name", [*MODULES, *STYLES])
def test_files_are_short(name: str) -> None:
    assert len((PACKAGE / name).read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("name", [name for name in MODULES if re.match(r"kinds/[a-z]", name)])
def test_a_kind_is_a_small_file(name: str) -> None:
    """Long lists of words have a file of their own, with an underscore before its name."""
    assert len((PACKAGE / name).read_text(encoding="utf-8").splitlines()) <= LONGEST_KIND


@pytest.mark.parametrize(
    ("folder", "some"),
    [("tests", 250), ("tools", 3), ("benchmarks", 15), ("example_docs/_ext", 15)],
)
def test_what_is_beside_the_package_is_short_too(folder: str, some: int) -> None:
    files = sorted((ROOT / folder).rglob("*.py"))
    assert len(files) >= some
    lengths = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in files}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def undocumented(node: ast.AST, path: str) -> Iterator[str]:
    """Yield public classes, functions and methods without a docstring; locals are private."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, (ast.If, ast.Try)):
            yield from undocumented(child, path)
        if not isinstance(child, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            continue
        if child.name.startswith("_"):
            continue
        overload = any(ast.unparse(mark).endswith("overload") for mark in child.decorator_list)
        if not overload and not (ast.get_docstring(child) or "").strip():
            yield f"{path}:{child.lineno}: {child.name}"
        if isinstance(child, ast.ClassDef):
            yield from undocumented(child, path)


@pytest.mark.parametrize("name", MODULES)
def test_everything_public_is_documented(name: str) -> None:
    assert (ast.get_docstring(tree(name)) or "").strip()
    if name.partition("/")[0] in DOCUMENTED:
        assert list(undocumented(tree(name), name)) == []


# -- what code may do --------------------------------------------------------------------------


@pytest.mark.parametrize("name", [name for name in MODULES if name.startswith("render/")])
def test_render_knows_no_sphinx_but_its_nodes(name: str) -> None:
    found = {module for module in imported(name) if re.match(r"sphinx(\.|\Z)", module)}
    assert found <= {"sphinx.addnodes", "sphinx.addnodes.pending_xref"}


def test_each_code_is_emitted() -> None:
    used = {
        node.attr
        for name in MODULES
        if name != "model/codes.py"
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "Code"
    }
    assert used == {code.name for code in Code}


@pytest.mark.parametrize("name", MODULES)
def test_no_raw_nodes_and_nothing_that_runs_text(name: str) -> None:
    assert "docutils.nodes.raw" not in imported(name)
    for node in ast.walk(tree(name)):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        if isinstance(called, ast.Name):
            assert called.id not in RUNS_CODE | {"raw"}, f"{name}:{node.lineno}"
        elif isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name):
            owner = called.value.id
            if (name, owner, called.attr) == (MAY_UNPICKLE, "pickle", "loads"):
                continue
            assert called.attr not in RUNS_CODE_IN.get(owner, ()), f"{name}:{node.lineno}"
            assert (owner, called.attr) != ("nodes", "raw"), f"{name}:{node.lineno}"
        for word in node.keywords:
            shell = isinstance(word.value, ast.Constant) and word.value.value is True
            assert word.arg != "shell" or not shell, f"{name}:{node.lineno}"


#: What registering names and looking for words in the text of a page needs of the model.
AT_THE_START = {
    "model.checksum",
    "model.codes",
    "model.marking",
    "model.registry",
    "model.setting_values",
    "model.total_words",
}


def test_starting_loads_nothing_that_reads_or_draws() -> None:
    """Every project pays for what Sphinx loads at its start, also one that uses none of it."""
    code = (
        "import sys, sphinx_archdoc.sphinxext.setup as s; from sphinx_archdoc.kinds import load;"
        "from sphinx_archdoc.views.catalog import catalog; catalog(load());"
        "print(*sorted(m for m in sys.modules if m.startswith('sphinx_archdoc.')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.removeprefix("sphinx_archdoc.") for name in done.stdout.split()}
    late = {name for name in loaded if name.startswith(("reading.", "render.", "rules", "cli."))}
    late |= {name for name in loaded if name.startswith(("formats.", "diagrams."))}
    assert late <= {"formats.languages", "diagrams.directions", "diagrams.engines"}
    assert "sphinxext.base" not in loaded
    assert {name for name in loaded if name.startswith("model.")} <= AT_THE_START


def test_import_contracts() -> None:
    beside = Path(sys.executable).with_name("lint-imports")
    command = str(beside) if beside.exists() else shutil.which("lint-imports")
    if not command:
        pytest.skip("import-linter is not installed")
    done = subprocess.run(
        [command, "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
