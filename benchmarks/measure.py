"""Run one ``python -m sphinx`` as a fresh process and say what it used."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
INTERVAL = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """What one build used. ``tree_mb`` is 0 unless the build was watched."""

    cpu_s: float
    wall_s: float
    rss_mb: float
    tree_mb: float
    html_bytes: int
    pages_written: int
    warnings: str

    def as_dict(self) -> dict[str, float | int | str]:
        return asdict(self)


class BuildError(Exception):
    """A build ended with an error."""


def tree_pss(pid: int) -> int:
    """Proportional memory of a process and its descendants, in kilobytes (Linux)."""
    total = 0
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total = int(line.split()[1])
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:  # the process ended while we looked
        return total
    return total + sum(tree_pss(int(child)) for child in children)


def environment() -> dict[str, str]:
    """The same for every dialect; the checkout's own package wins over an installed one."""
    keep = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    return keep | {"PYTHONPATH": str(REPOSITORY), "LC_ALL": "C.UTF-8"}


def html_files(out: Path) -> list[os.stat_result]:
    return [path.stat() for path in out.rglob("*.html")] if out.exists() else []


def build(source: Path, out: Path, *, jobs: int = 1, watch: bool = False) -> Sample:
    """Build ``source`` into ``out`` (pickles beside it); existing output means incremental.

    CPU and peak memory come from ``wait4``: CPU is the sum over the process and the children
    it waited for, ``rss_mb`` the largest of them. ``watch`` samples the whole tree, which
    costs time of its own: do not read the clock of a watched build.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    doctrees = out.with_name(out.name + "-doctrees")
    warnings = out.with_name(out.name + "-warnings.txt")
    command = [sys.executable, "-m", "sphinx", "-q", "-T", "-b", "html", "-j", str(jobs)]
    command += ["-d", str(doctrees), "-w", str(warnings), str(source), str(out)]
    errors = out.with_name(out.name + "-stderr.txt")
    began = time.time_ns()
    start = time.perf_counter()
    with errors.open("wb") as stderr:
        process = subprocess.Popen(
            command,
            cwd=out.parent,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=stderr,
        )
    tree = 0
    if watch:
        ended = 0
        while not ended:
            tree = max(tree, tree_pss(process.pid))
            time.sleep(INTERVAL)
            ended, status, usage = os.wait4(process.pid, os.WNOHANG)
    else:
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    said = warnings.read_text(encoding="utf-8") if warnings.exists() else ""
    if process.returncode:
        tail = errors.read_text(encoding="utf-8")[-3000:]
        raise BuildError(f"{' '.join(command)}\nexit status {process.returncode}\n{tail}")
    pages = html_files(out)
    return Sample(
        cpu_s=usage.ru_utime + usage.ru_stime,
        wall_s=wall,
        rss_mb=usage.ru_maxrss / 1024,
        tree_mb=tree / 1024,
        html_bytes=sum(page.st_size for page in pages),
        pages_written=sum(page.st_mtime_ns >= began for page in pages),
        warnings=said,
    )
