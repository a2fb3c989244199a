"""The reader against labels made by hand, where the folders they are about are at hand.

``ARCHDOC_CORPORA`` names the folder that holds them; see ``benchmarks/adoption``.
"""

from __future__ import annotations

import importlib.util
import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from sphinx_archdoc import kinds
from sphinx_archdoc.cli.files import read_files
from sphinx_archdoc.cli.making import make
from sphinx_archdoc.formats.adr_folder import read_folder
from sphinx_archdoc.formats.adr_madr import as_madr
from sphinx_archdoc.formats.adr_page import decode

_MEASURE = Path(__file__).resolve().parents[3] / "benchmarks" / "adoption" / "measure.py"
_NAMED = [Path(p) for p in os.environ.get("ARCHDOC_CORPORA", "").split(os.pathsep) if p]
CORPORA = next((folder for folder in _NAMED if (folder / "adr-adrtools").is_dir()), None)
#: The least share of records that must be read right.
BARS = {
    "found": 1,
    "title": 0.99,
    "status": 0.99,
    "date": 0.97,
    "people": 0.97,
    "relations": 0.97,
}


def measure() -> Any:
    spec = importlib.util.spec_from_file_location("adoption_measure", _MEASURE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(CORPORA is None, reason="ARCHDOC_CORPORA names no folder with records")
def test_records_of_other_projects_are_read_right() -> None:
    tool = measure()
    labels = json.loads(tool.LABELS.read_text(encoding="utf-8"))
    assert CORPORA is not None
    got = tool.read_all(CORPORA, list(labels))
    counts: dict[str, Counter[str]] = {}
    for path, label in labels.items():
        for name, outcome in tool.judged(label, got.get(path, {})).items():
            counts.setdefault(name, Counter())[outcome] += 1
    shares = {name: count["right"] / count.total() for name, count in counts.items()}
    assert {name: share for name, share in shares.items() if share < BARS[name]} == {}


@pytest.mark.skipif(CORPORA is None, reason="ARCHDOC_CORPORA names no folder with records")
def test_records_of_other_projects_survive_as_madr() -> None:
    adr = kinds.load()["adr"]
    assert CORPORA is not None
    for folder in sorted(CORPORA.glob("*-*")):
        if not folder.name.startswith(("adr-", "rst-", "md-")):
            continue
        files = read_files(folder)
        found = {item.path: item for item in read_folder(files, adr).adopted}
        texts = {path: decode(files[path])[0] for path in found}
        made = {
            f"{path.rpartition('.')[0]}.md": as_madr(
                item.adr, item.record, adr, texts[path]
            ).text.encode()
            for path, item in found.items()
        }
        back = {item.path: item.record for item in read_folder(made, adr).adopted}
        for path, item in found.items():
            old, new = item.record, back[f"{path.rpartition('.')[0]}.md"]
            for spec in adr.fields:
                one, other = getattr(old, spec.name), getattr(new, spec.name)
                assert getattr(other, "key", other) == getattr(one, "key", one), (path, spec.name)
            assert (new.title, new.summary) == (old.title, old.summary), path


@pytest.mark.parametrize(
    ("label", "got", "field", "outcome"),
    [
        ({}, {"status": "accepted", "words": "Accepted"}, "status", "invented"),
        ({"status": "accepted", "words": ["Accepted"]}, {}, "status", "missed"),
        ({"status": "accepted", "words": ["Accepted"]},
         {"status": "rejected", "words": "Accepted"}, "status", "wrong"),
        ({"status": "other", "words": ["On hold"]},
         {"status": "proposed", "words": "on hold"}, "status", "right"),
        ({"relations": ["supersedes 0004"]},
         {"relations": ["supersedes 0004-x.md"]}, "relations", "right"),
        ({"relations": ["supersedes 0004"]},
         {"relations": ["supersedes 0005-x.md"]}, "relations", "missed"),
        ({}, {"relations": ["supersedes 0005-x.md"]}, "relations", "invented"),
        ({"may": ["relates_to 0005"]}, {"relations": ["relates_to 0005-x.md"]}, "relations",
         "right"),
        ({"date": ["2026-01-20"]}, {"date": "2026-01-21"}, "date", "wrong"),
        ({"people": ["deciders a"]}, {"people": ["deciders a", "deciders b"]}, "people",
         "invented"),
        ({"people": ["deciders a"]}, {"people": ["consulted a"]}, "people", "missed"),
    ],
)  # fmt: skip
def test_what_counts_as_right(label: Any, got: Any, field: str, outcome: str) -> None:
    empty = {"kind": "record", "title": "", "status": "", "words": "", "date": ""}
    full = {**empty, "people": [], "relations": [], **got}
    assert measure().judged({"kind": "record", **label}, full)[field] == outcome


@pytest.mark.skipif(CORPORA is None, reason="ARCHDOC_CORPORA names no folder with records")
def test_new_decisions_fit_in_with_those_of_other_projects(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    adr = kinds.load()["adr"]
    assert CORPORA is not None
    for folder in sorted(CORPORA.glob("*-*")):
        if not folder.name.startswith(("adr-", "rst-", "md-")):
            continue
        root = tmp_path / folder.name
        for path, data in read_files(folder).items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)
        monkeypatch.chdir(root)
        adopted = read_folder(read_files(root), adr).adopted
        old = [item for item in adopted if item.adr.status] or list(adopted)
        place = Path(old[-1].path).parent
        make(Path(), place, "Use a queue", "accepted", [old[-1].record.id])
        after = {item.path: item.record for item in read_folder(read_files(root), adr).adopted}
        before = {item.path for item in adopted}
        (made,) = (record for path, record in after.items() if path not in before)
        assert made.title == "Use a queue"
        assert made.status.key == "accepted"  # type: ignore[attr-defined] # an adr
        assert [ref.id for ref in made.supersedes] == [old[-1].record.id]  # type: ignore[attr-defined] # an adr
        replaced = after[old[-1].path]
        assert made.id in [ref.id for ref in replaced.superseded_by]  # type: ignore[attr-defined] # an adr
