"""Compare what the reader of decision records says with labels made by hand.

    python benchmarks/adoption/measure.py CORPORA [--labels FILE] [--misses]

``CORPORA`` is a folder that holds the folders named in the labels. The labels name files and say
what a person read in each; titles and people stand there as hashes, so that no text of others is
copied. Each folder is read as one project, as ``archdoc adopt --check`` reads it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from sphinx_archdoc import kinds
from sphinx_archdoc.cli.files import read_files
from sphinx_archdoc.formats.adr_folder import read_folder

LABELS = Path(__file__).with_name("labels.json")
FIELDS = ("found", "title", "status", "date", "people", "relations")
OUTCOMES = ("right", "missed", "invented", "wrong")
_PEOPLE = ("deciders", "consulted", "informed")
_RELATIONS = (
    "supersedes", "superseded_by", "amends", "amended_by", "depends_on", "relates_to",
)  # fmt: skip


def key(text: str) -> str:
    """Return the hash of a text: without case, spaces and punctuation."""
    kept = "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())
    return hashlib.sha256(kept.encode()).hexdigest()[:12]


def read_all(corpora: Path, paths: list[str]) -> dict[str, Any]:
    """Return what is read from each file: its record, or why there is none."""
    found: dict[str, Any] = {}
    for folder in sorted({path.partition("/")[0] for path in paths}):
        result = read_folder(read_files(corpora / folder), kinds.load()["adr"])
        of_id = {item.record.id: item.path for item in result.adopted}
        for item in result.adopted:
            found[f"{folder}/{item.path}"] = seen(item.record, of_id)
        for item in result.skipped:
            found[f"{folder}/{item.path}"] = {"kind": item.why}
    return found


def seen(record: Any, of_id: dict[str, str]) -> dict[str, Any]:
    """Return a record in the form of a label."""
    word, when = record.status, record.date
    return {
        "kind": "record",
        "title": key(record.title),
        "status": word.key if word else "",
        "words": word.text if word else "",
        "date": when.iso if when else "",
        "people": sorted(
            f"{role} {key(name)}" for role in _PEOPLE for name in getattr(record, role)
        ),
        "relations": sorted(
            f"{name} {of_id.get(ref.id, ref.id).rpartition('/')[2]}"
            for name in _RELATIONS
            for ref in getattr(record, name)
        ),
    }


def judged(label: dict[str, Any], got: dict[str, Any]) -> dict[str, str]:
    """Return the outcome for each field of one file."""
    is_record, was_record = label["kind"] == "record", got.get("kind") == "record"
    verdict = {"found": _outcome(is_record, was_record)}
    if not (is_record and was_record):
        return verdict
    if label.get("title"):
        verdict["title"] = "right" if got["title"] == label["title"] else "wrong"
    verdict["status"] = _status(label, got)
    dates = label.get("date", [])
    verdict["date"] = _outcome(bool(dates), bool(got["date"]), got["date"] in dates)
    if label.get("people", []) is not None:
        verdict["people"] = _sets(set(label.get("people", [])), set(got["people"]))
    verdict["relations"] = _relations(label, got["relations"])
    return verdict


def _status(label: dict[str, Any], got: dict[str, Any]) -> str:
    said = [_folded(word) for word in label.get("words", [])]
    words = _folded(got["words"])
    same = any(words.startswith(one) or one.startswith(words) for one in said if words)
    # A word that is none of the six has no certain place among them; the word itself counts.
    fits = label.get("status", "") in (got["status"], "other")
    return _outcome(bool(said), bool(words), same and fits)


def _folded(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _relations(label: dict[str, Any], got: list[str]) -> str:
    due = list(label.get("relations", []))
    may = list(label.get("may", []))
    extra = []
    for item in got:
        hit = next((one for one in due if _same(one, item)), None)
        if hit:
            due.remove(hit)
        elif not any(_same(one, item) for one in may):
            extra.append(item)
    return "missed" if due else "invented" if extra else "right"


def _same(label: str, got: str) -> bool:
    name, _, target = label.partition(" ")
    field, _, at = got.partition(" ")
    start = at.upper().removeprefix("ADR-").lstrip("0")
    return name in (field, "*") and start.startswith(
        target.upper().removeprefix("ADR-").lstrip("0")
    )


def _sets(due: set[str], got: set[str]) -> str:
    loose = {one.partition(" ")[2] for one in due if one.startswith("* ")}
    strict = {one for one in due if not one.startswith("* ")}
    names = {one.partition(" ")[2] for one in got}
    if strict - got or loose - names:
        return "missed"
    known = {one.partition(" ")[2] for one in due}
    return "invented" if any(one.partition(" ")[2] not in known for one in got) else "right"


def _outcome(due: bool, got: bool, same: bool = True) -> str:
    if due and not got:
        return "missed"
    if got and not due:
        return "invented"
    return "right" if not due or same else "wrong"


def table(verdicts: dict[str, dict[str, str]]) -> str:
    """Return the figures by folder and in sum, as a Markdown table."""
    by_folder: dict[str, dict[str, Counter[str]]] = {}
    for path, verdict in verdicts.items():
        folder = path.partition("/")[0]
        for name, outcome in verdict.items():
            for row in (folder, "**all**"):
                by_folder.setdefault(row, {}).setdefault(name, Counter())[outcome] += 1
    rows = [f"| folder | files | {' | '.join(FIELDS)} |", "| --- " * (len(FIELDS) + 2) + "|"]
    for folder in sorted(by_folder, key=lambda name: (name == "**all**", name)):
        counts = by_folder[folder]
        cells = [_cell(counts.get(name, Counter())) for name in FIELDS]
        rows.append(f"| {folder} | {sum(counts['found'].values())} | {' | '.join(cells)} |")
    return "\n".join(rows)


def _cell(counts: Counter[str]) -> str:
    total = sum(counts.values())
    if not total:
        return "–"
    wrong = ", ".join(f"{counts[name]} {name}" for name in OUTCOMES[1:] if counts[name])
    return f"{counts['right']}/{total}" + (f" ({wrong})" if wrong else "")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--labels", type=Path, default=LABELS)
    parser.add_argument("--misses", action="store_true", help="name each field that is not right")
    asked = parser.parse_args()
    labels = json.loads(asked.labels.read_text(encoding="utf-8"))
    got = read_all(asked.corpora, list(labels))
    verdicts = {path: judged(label, got.get(path, {})) for path, label in labels.items()}
    print(table(verdicts))
    if asked.misses:
        for path, verdict in verdicts.items():
            for name, outcome in verdict.items():
                if outcome != "right":
                    print(f"{path}: {name} {outcome}: {got.get(path, {})}")


if __name__ == "__main__":
    main()
