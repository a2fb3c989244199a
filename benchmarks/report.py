"""Ratios side by side, against the targets, as Markdown."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING

from measure import Sample

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BASE = "plain"
SUBJECT = "archdoc"
#: The targets are for this size; smaller runs print their verdict in brackets.
TARGET_SIZE = 1000


@dataclass(frozen=True, slots=True)
class Target:
    must: float
    aim: float

    def verdict(self, value: float) -> str:
        if value <= self.aim:
            return "aim"
        return "must" if value <= self.must else "**missed**"


@dataclass(frozen=True, slots=True)
class Measure:
    """One row of the report: a figure of a scenario, with its target for any or one theme."""

    name: str
    scenario: str
    metric: str
    unit: str
    targets: dict[str, Target] = field(default_factory=dict)

    def target(self, theme: str) -> Target | None:
        return self.targets.get(theme, self.targets.get(""))


MEASURES = (
    Measure(
        "cold build, CPU",
        "cold",
        "cpu_s",
        "s",
        {"basic": Target(0.70, 0.60), "furo": Target(0.75, 0.60)},
    ),
    Measure("cold build, wall", "cold", "wall_s", "s"),
    Measure("nothing changed, CPU", "nothing", "cpu_s", "s", {"": Target(1.15, 1.00)}),
    Measure("text edit, CPU", "text", "cpu_s", "s", {"": Target(1.15, 1.00)}),
    Measure("status edit, CPU", "status", "cpu_s", "s", {"": Target(0.50, 0.35)}),
    Measure("link edit, CPU", "link", "cpu_s", "s", {"": Target(1.25, 0.95)}),
    Measure("nothing changed, wall", "nothing", "wall_s", "s"),
    Measure("text edit, wall", "text", "wall_s", "s"),
    Measure("status edit, wall", "status", "wall_s", "s"),
    Measure("link edit, wall", "link", "wall_s", "s"),
    Measure("pages written, text edit", "text", "pages_written", ""),
    Measure("pages written, status edit", "status", "pages_written", ""),
    Measure("pages written, link edit", "link", "pages_written", ""),
    Measure("cold `-j2`, wall", "j2", "wall_s", "s", {"": Target(0.75, 0.60)}),
    Measure("peak memory, cold", "cold", "rss_mb", "MB", {"": Target(0.60, 0.50)}),
    Measure("process tree, `-j2`", "tree", "tree_mb", "MB", {"": Target(0.95, 0.80)}),
    Measure("HTML", "cold", "html_bytes", "MB", {"": Target(1.10, 1.00)}),
)
STARTUP_MS = Target(40, 20)
GROWTH = Target(1.10, 1.10)

Key = tuple[int, str, str]  # size, theme, scenario
Results = dict[Key, dict[str, list[Sample]]]


def figures(samples: Iterable[Sample], metric: str) -> list[float]:
    scale = 1e-6 if metric == "html_bytes" else 1.0
    return [float(getattr(sample, metric)) * scale for sample in samples]


def ratios(results: Results, key: Key, metric: str, dialect: str) -> list[float]:
    """The ratio to plain within each repetition."""
    both = results[key]
    # A run that was cut short has a last round without all dialects.
    pairs = zip(
        figures(both.get(dialect, ()), metric), figures(both.get(BASE, ()), metric), strict=False
    )
    return [one / base if base else math.nan for one, base in pairs]


def show(values: list[float]) -> str:
    if not values:
        return "-"
    middle = f"{median(values):.2f}"
    if len(values) == 1:
        return middle
    return f"{middle} ({min(values):.2f}-{max(values):.2f})"


def row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


@dataclass
class Report:
    results: Results
    startup: dict[str, list[Sample]]
    dialects: list[str]
    missed: list[str] = field(default_factory=list)

    @property
    def others(self) -> list[str]:
        return [dialect for dialect in self.dialects if dialect != BASE]

    def judge(self, name: str, target: Target | None, value: float, size: int) -> list[str]:
        """The must, aim and verdict cells; a miss at full size is remembered."""
        if target is None:
            return ["", "", ""]
        verdict = "-" if math.isnan(value) else target.verdict(value)
        if size < TARGET_SIZE:
            verdict = f"({verdict})"
        elif "missed" in verdict:
            self.missed.append(name)
        return [f"{target.must:g}", f"{target.aim:g}", verdict]

    def head(self) -> Iterator[str]:
        names = ["measure", "theme", "N", BASE, *(f"{one} x" for one in self.others)]
        names += ["must", "aim", "verdict"]
        yield row(names)
        yield row("---" for _ in names)

    def ratio_rows(self, *, with_target: bool) -> Iterator[str]:
        for measure in MEASURES:
            if bool(measure.targets) != with_target:
                continue
            for size, theme, scenario in self.results:
                key = (size, theme, scenario)
                if scenario != measure.scenario:
                    continue
                base = median(figures(self.results[key][BASE], measure.metric))
                cells = [measure.name, theme, str(size), f"{base:.2f} {measure.unit}".strip()]
                found = {one: ratios(self.results, key, measure.metric, one) for one in self.others}
                cells += [show(found[one]) for one in self.others]
                value = median(found[SUBJECT]) if found.get(SUBJECT) else math.nan
                name = f"{measure.name}, {theme}, N = {size}"
                yield row(cells + self.judge(name, measure.target(theme), value, size))

    def startup_rows(self) -> Iterator[str]:
        if not self.startup:
            return
        base = figures(self.startup[BASE], "cpu_s")
        extra = {
            one: [
                1000 * (mine - plain)
                for mine, plain in zip(figures(self.startup[one], "cpu_s"), base, strict=True)
            ]
            for one in self.others
        }
        cells = ["start-up above plain, CPU ms", "basic", "1 page", f"{1000 * median(base):.0f} ms"]
        cells += [f"{median(extra[one]):+.0f} ms" for one in self.others]
        value = median(extra[SUBJECT]) if SUBJECT in extra else math.nan
        yield row(cells + self.judge("start-up", STARTUP_MS, value, TARGET_SIZE))

    def growth_rows(self) -> Iterator[str]:
        """Log-log slope of the cold build between sizes, its start-up taken off."""
        cold = [(theme, size) for size, theme, scenario in self.results if scenario == "cold"]
        for theme in dict.fromkeys(theme for theme, _ in cold):
            sizes = sorted(size for one, size in cold if one == theme)
            for small, large in itertools.pairwise(sizes):
                slope = {one: self.slope(theme, small, large, one) for one in self.dialects}
                cells = ["growth exponent", theme, f"{small} to {large}", f"{slope[BASE]:.2f}"]
                cells += [f"{slope[one]:.2f} (exponent)" for one in self.others]
                target = GROWTH if theme == "basic" else None
                value = slope.get(SUBJECT, math.nan)
                yield row(cells + self.judge(f"growth to {large}", target, value, large))

    def slope(self, theme: str, small: int, large: int, dialect: str) -> float:
        start = median(figures(self.startup[dialect], "cpu_s")) if self.startup else 0.0
        samples = [self.results[size, theme, "cold"].get(dialect, []) for size in (small, large)]
        if not all(samples):
            return math.nan
        cost = [median(figures(row, "cpu_s")) - start for row in samples]
        if min(cost) <= 0:
            return math.nan
        return math.log(cost[1] / cost[0]) / math.log(large / small)

    def markdown(self) -> str:
        rows = [*self.head(), *self.ratio_rows(with_target=True)]
        rows += [*self.startup_rows(), *self.growth_rows()]
        rows += ["", "Without a target:", "", *self.head(), *self.ratio_rows(with_target=False)]
        return "\n".join(rows) + "\n"
