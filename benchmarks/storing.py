"""Samples as a file: written as they are made, read again for a report."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from measure import Sample

if TYPE_CHECKING:
    from pathlib import Path

    from report import Results


def save(
    path: Path, facts: dict[str, str], startup: dict[str, list[Sample]], results: Results
) -> None:
    """Write all samples; a run that is cut short leaves the last whole file."""
    rows = [
        {"scenario": "startup", "dialect": dialect, "rep": rep} | sample.as_dict()
        for dialect, row in startup.items()
        for rep, sample in enumerate(row)
    ]
    rows += [
        {"size": size, "theme": theme, "scenario": scenario, "dialect": dialect, "rep": rep}
        | sample.as_dict()
        for (size, theme, scenario), found in results.items()
        for dialect, row in found.items()
        for rep, sample in enumerate(row)
    ]
    new = path.with_name(f"{path.name}.new")
    new.write_text(json.dumps({"facts": facts, "samples": rows}, indent=1), encoding="utf-8")
    new.replace(path)


def load(path: Path) -> tuple[dict[str, str], dict[str, list[Sample]], Results]:
    """Return facts, start-up samples and all others of a file that :func:`save` wrote."""
    data = json.loads(path.read_text(encoding="utf-8"))
    names = [field.name for field in fields(Sample)]
    startup: dict[str, list[Sample]] = {}
    results: Results = {}
    for row in data["samples"]:
        values: dict[str, Any] = {name: row[name] for name in names}
        sample, dialect = Sample(**values), row["dialect"]
        if row["scenario"] == "startup":
            startup.setdefault(dialect, []).append(sample)
        else:
            found = results.setdefault((row["size"], row["theme"], row["scenario"]), {})
            found.setdefault(dialect, []).append(sample)
    return data["facts"], startup, results
