"""Measure the same project in hand-written reST, sphinx-archdoc and sphinx-needs.

``python benchmarks/run.py --sizes 100 1000 --themes basic furo --reps 3``

The whole table of the documentation, with the edits only where a build takes minutes::

    python benchmarks/run.py --sizes 100 1000 4000 --out results.json \\
        --only 4000/furo=cold,nothing,text,status,link
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

import projects
from check import equal_words, freshness
from edits import EDITS, pages_to_touch
from generate import generate
from measure import Sample, build
from report import BASE, Report, Results
from storing import load, save

if TYPE_CHECKING:
    from collections.abc import Iterator

    from content import Project

BUILDS = ("cold", "nothing", "text", "status", "link", "j2", "tree")
SCENARIOS = ("words", "startup", *BUILDS, "fresh")
PACKAGES = ("sphinx", "docutils", "furo", "sphinx-needs", "sphinx-archdoc")

#: Which scenarios to measure, by size and theme; an empty theme is any.
Only = dict[tuple[int, str], tuple[str, ...]]


def rotated(dialects: list[str], turn: int) -> list[str]:
    """A B C, then B C A, then C A B: nobody always goes first."""
    turn %= len(dialects)
    return dialects[turn:] + dialects[:turn]


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


class Runner:
    def __init__(self, options: argparse.Namespace, work: Path, facts: dict[str, str]) -> None:
        self.options = options
        self.work = work
        self.facts = facts
        self.results: Results = {}
        self.startup: dict[str, list[Sample]] = {}
        self.complaints: list[str] = []

    def measure_startup(self) -> None:
        for turn in range(self.options.startup_reps + 1):
            for dialect in rotated(self.options.dialects, turn):
                source, out = self.work / f"one-{dialect}", self.work / f"one-{dialect}-out"
                projects.write_one_page(dialect, "basic", source)
                projects.remove_output(out)
                sample = build(source, out)
                if turn:  # the first turn fills the byte code caches
                    self.startup.setdefault(dialect, []).append(sample)
        self.save()

    def measure(self, size: int, theme: str) -> None:
        project = generate(size, self.options.seed)
        for turn in range(self.options.reps):
            states = dict(self.states(project, self.chosen(size, theme)))
            for scenario in (one for one in BUILDS if one in states):
                for dialect in rotated(self.options.dialects, turn):
                    sample = self.one(scenario, states[scenario], dialect, theme)
                    found = self.results.setdefault((size, theme, scenario), {})
                    found.setdefault(dialect, []).append(sample)
                    self.save()
                    say(
                        f"N={size} {theme} {turn + 1}/{self.options.reps} {scenario} {dialect}: "
                        f"{sample.cpu_s:.2f} s CPU, {sample.wall_s:.2f} s wall, "
                        f"{sample.rss_mb:.0f} MB"
                    )

    def save(self) -> None:
        if self.options.out:
            save(self.options.out, self.facts, self.startup, self.results)

    def chosen(self, size: int, theme: str) -> set[str]:
        """The scenarios for this size and theme."""
        only = self.options.only.get((size, theme), self.options.only.get((size, ""), BUILDS))
        return set(only) & set(self.options.scenarios)

    def states(self, project: Project, chosen: set[str]) -> Iterator[tuple[str, Project]]:
        """Scenario -> the content it builds; each edit stays for the next scenario."""
        for scenario in BUILDS:
            if scenario not in chosen and scenario != "cold":
                continue
            if scenario in EDITS:
                project = EDITS[scenario](project)
            yield scenario, project

    def one(self, scenario: str, project: Project, dialect: str, theme: str) -> Sample:
        source, out = self.work / dialect / "src", self.work / dialect / "out"
        if scenario == "cold":
            projects.remove(self.work / dialect)
        projects.write_project(project, dialect, theme, source)
        if scenario in {"j2", "tree"}:
            projects.remove_output(out)
            sample = build(source, out, jobs=2, watch=scenario == "tree")
        else:
            projects.touch(source, pages_to_touch(project, scenario, dialect))
            sample = build(source, out)
        if sample.warnings:
            first = sample.warnings.splitlines()[0]
            count = len(sample.warnings.splitlines())
            self.complaints.append(f"{dialect}, {scenario}: {count} warning lines: {first}")
        return sample

    def check_words(self) -> None:
        project = generate(self.options.check_size, self.options.seed)
        for theme in self.options.themes:
            for dialect in self.options.dialects:
                for problem in equal_words(project, dialect, theme, self.work / "words"):
                    self.complaints.append(f"{dialect}, {theme}: {problem}")

    def check_fresh(self) -> list[str]:
        project = generate(self.options.check_size, self.options.seed)
        lines = []
        for dialect in self.options.fresh_dialects:
            found = freshness(project, dialect, self.options.themes[-1], self.work / "fresh")
            lines += [f"| {dialect} | {edit} | {verdict} |" for edit, verdict in found.items()]
        return ["| dialect | edit | incremental output |", "| --- | --- | --- |", *lines]


def versions() -> dict[str, str]:
    found = {"python": platform.python_version(), "machine": platform.platform()}
    found["cores"] = str(os.cpu_count())
    found["load at start"] = f"{os.getloadavg()[0]:.1f}"
    found["date"] = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
    for package in PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = "not installed"
    return found


def restriction(text: str) -> tuple[tuple[int, str], tuple[str, ...]]:
    """Read ``4000/furo=cold,text`` or ``4000=cold``."""
    where, _, names = text.partition("=")
    size, _, theme = where.partition("/")
    scenarios = tuple(names.split(","))
    if not size.isdigit() or not set(scenarios) <= set(BUILDS):
        raise argparse.ArgumentTypeError(f"SIZE[/THEME]=SCENARIO,..., of {', '.join(BUILDS)}")
    return (int(size), theme), scenarios


def arguments(argv: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    add = parser.add_argument
    add("--sizes", type=int, nargs="+", default=[100], help="numbers of decisions")
    add("--themes", nargs="+", default=["basic", "furo"])
    add("--reps", type=int, default=3)
    add("--startup-reps", type=int, default=9)
    add("--dialects", nargs="+", choices=list(projects.DIALECTS), default=list(projects.DIALECTS))
    add("--scenarios", nargs="+", choices=SCENARIOS, default=list(SCENARIOS))
    add(
        "--fresh-dialects", nargs="*", choices=list(projects.DIALECTS), default=["plain", "archdoc"]
    )
    add("--check-size", type=int, default=40, help="decisions in the words and fresh checks")
    add("--seed", type=int, default=1)
    add("--work", type=Path, help="keep sources and output here (default: a temporary folder)")
    add("--out", type=Path, help="write every sample as JSON, as soon as it is made")
    add(
        "--only",
        type=restriction,
        action="append",
        default=[],
        metavar="SIZE[/THEME]=SCENARIO,...",
        help="measure no more than this at a size",
    )
    add("--report", type=Path, metavar="JSON", help="print the report of a file of --out, and end")
    add("--check", action="store_true", help="exit 1 if a must is missed or a check fails")
    options = parser.parse_args(argv)
    options.only = dict(options.only)
    if BASE not in options.dialects:
        parser.error(f"--dialects needs {BASE}: every ratio is to it")
    return options


def run(options: argparse.Namespace, work: Path) -> int:
    chosen = set(options.scenarios)
    facts = versions()
    runner = Runner(options, work, facts)
    if "words" in chosen:
        runner.check_words()
    if "startup" in chosen:
        runner.measure_startup()
    if chosen & set(BUILDS):
        for size in options.sizes:
            for theme in options.themes:
                runner.measure(size, theme)
    report = Report(runner.results, runner.startup, options.dialects)
    show(facts, report)
    fresh = runner.check_fresh() if "fresh" in chosen and options.fresh_dialects else []
    print("\n".join(fresh))
    for complaint in dict.fromkeys(runner.complaints):
        print(f"* not equal or not clean: {complaint}")
    stale = any(line.startswith("| archdoc") and " stale**" in line for line in fresh)
    return int(options.check and bool(report.missed or runner.complaints or stale))


def show(facts: dict[str, str], report: Report) -> None:
    """Print versions and tables."""
    print("\n" + "; ".join(f"{name} {value}" for name, value in facts.items()))
    print(f"\nx = median of the ratios to {BASE} within each round (lowest-highest)\n")
    print(report.markdown())


def main() -> int:
    options = arguments()
    if options.report:
        facts, startup, results = load(options.report)
        show(facts, Report(results, startup, options.dialects))
        return 0
    if options.work:
        options.work.mkdir(parents=True, exist_ok=True)
        return run(options, options.work.resolve())
    with tempfile.TemporaryDirectory(prefix="archdoc-bench-") as folder:
        return run(options, Path(folder))


if __name__ == "__main__":
    sys.exit(main())
