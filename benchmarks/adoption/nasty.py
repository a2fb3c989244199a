"""Folders of decision records that go wrong in every way met so far, and a folder of plain ones.

    python benchmarks/adoption/nasty.py [--files 1000]

builds the nasty folder with Sphinx and checks 1,000 plain records with ``archdoc check``, each in a
fresh process, and prints the CPU seconds. Nothing here is random: a number always gives the same
files.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SOUND = """\
# {n}. Sell plant {n}

Date: 2026-01-{day:02}

## Status

Accepted

## Context

Customers ask for plant {n}. See [the one before]({before}).

## Decision

We sell plant {n}.

## Consequences

More to water.
"""


def _sound(n: int) -> bytes:
    before = f"{n - 1:04}-plant.md" if n else "0000-plant.md"
    return SOUND.format(n=n, day=n % 28 + 1, before=before).encode()


def _latin(n: int) -> bytes:
    return f"# {n}. Größe ändern\n\nStatus: akzeptiert\n\n## Entscheidung\n\nÖl.\n".encode(
        "latin-1"
    )


def _dos(n: int) -> bytes:
    return _sound(n).replace(b"\n", b"\r\n")


def _broken_front(n: int) -> bytes:
    return (
        f'---\nstatus: "accepted\ndate: [2026-01-20\n\t- x: : y\n---\n# {n}. Broken front\n\n'
        "## Decision\n\nX.\n"
    ).encode()


def _open_front(n: int) -> bytes:
    return f"---\nstatus: accepted\n# {n}. Never closed\n\n## Decision\n\nX.\n".encode()


def _html(n: int) -> bytes:
    return (
        f"# {n}. <script>alert({n})</script> Use <b>HTML</b>\n\n## Status\n\n"
        "<!-- Proposed --> <span style='x'>Accepted</span>\n\n## Decision\n\n"
        "<table><tr><td><img src=x onerror=alert(1)></td></tr></table>\n\n<details>\n\nOpen.\n"
    ).encode()


def _empty(n: int) -> bytes:
    return b""


def _blank(n: int) -> bytes:
    return b"\n \n\t\n"


def _binary(n: int) -> bytes:
    return bytes((i * 7 + n) % 256 for i in range(4096))


def _zeros(n: int) -> bytes:
    return f"# {n}. Zeros\n\nStatus: accepted\n\n## Decision\n\n".encode() + b"\0\x07\x1b" * 50


def _large(n: int) -> bytes:
    row = b"A line of a text that goes on and on, with *emphasis* and `code`.\n\n"
    return _sound(n) + row * (1_000_000 // len(row))


def _one_line(n: int) -> bytes:
    return f"# {n}. One line\n\nStatus: accepted\n\n## Decision\n\n".encode() + b"word " * 20_000


def _deep(n: int) -> bytes:
    return f"# {n}. Deep\n\nStatus: accepted\n\n".encode() + b"".join(
        b"  " * depth + b"- item\n" for depth in range(60)
    )


def _marked(n: int) -> bytes:
    return b"\xef\xbb\xbf" + _sound(n)


def _sixteen(n: int) -> bytes:
    return _sound(n).decode().encode("utf-16")


def _rest(n: int) -> bytes:
    return (
        f"{n}. Broken reST\n===\n\n:status: accepted\n\nDecision\n--------\n\n"
        "*open ``open |open :ref:`nowhere` `x`_\n\n.. nosuch:: x\n   :y:\n\n+--+\n|a\n"
    ).encode()


def _braces(n: int) -> bytes:
    return (
        f"# {n}. {{{{ title }}}} {{% raw %}}\n\nStatus: accepted\n\n## Decision\n\n"
        "```{nosuch}\n:x: y\n```\n\n- [ ] a task\n\n[@owner](@owner) <placeholder>\n"
    ).encode()


#: Recipe by name: the ending of the file, its bytes, and the status that is read; None: no record.
RECIPES: dict[str, tuple[str, Callable[[int], bytes], str | None]] = {
    "plant": (".md", _sound, "accepted"),
    "latin": (".md", _latin, "accepted"),
    "dos": (".md", _dos, "accepted"),
    "broken-front": (".md", _broken_front, "accepted"),
    "open-front": (".md", _open_front, "accepted"),
    "html": (".md", _html, "accepted"),
    "empty": (".md", _empty, None),
    "blank": (".md", _blank, None),
    "binary": (".md", _binary, None),
    "zeros": (".md", _zeros, "accepted"),
    "large": (".md", _large, "accepted"),
    "one-line": (".md", _one_line, "accepted"),
    "deep": (".md", _deep, "accepted"),
    "marked": (".md", _marked, "accepted"),
    "sixteen": (".md", _sixteen, "accepted"),
    "rest": (".rst", _rest, "accepted"),
    "braces": (".md", _braces, "accepted"),
}
#: One in so many files is large.
_LARGE_EVERY = 1000


def files(count: int) -> dict[str, bytes]:
    """Return a nasty folder: sound records, every recipe in turn, one number five times."""
    made = {f"0007-again-{letter}.md": _sound(7) for letter in "abcde"}
    names = [name for name in RECIPES if name != "large"]
    for n in range(100, 100 + count - len(made)):
        name = "large" if n % _LARGE_EVERY == 0 else names[n % len(names)]
        ending, bytes_of, _ = RECIPES[name]
        made[f"{n:04}-{name}{ending}"] = bytes_of(n)
    return made


def plain(count: int) -> dict[str, bytes]:
    """Return a folder of records with nothing wrong."""
    return {f"{n:04}-plant.md": _sound(n) for n in range(count)}


def write(folder: Path, made: dict[str, bytes]) -> None:
    """Write a folder of records and a page that lists them."""
    (folder / "adr").mkdir(parents=True)
    for name, data in made.items():
        (folder / "adr" / name).write_bytes(data)
    (folder / "index.rst").write_text("All\n===\n\n.. toctree::\n   :glob:\n\n   adr/*\n")
    # A navigation with every page on every page is quadratic, and no part of what is measured.
    (folder / "conf.py").write_text(
        'extensions = ["sphinx_archdoc", "myst_parser"]\nhtml_sidebars = {"**": []}\n'
    )


def cpu(command: list[str], folder: Path) -> tuple[float, int]:
    """Run a command; return its CPU seconds and exit code."""
    root = str(Path(__file__).resolve().parents[2])
    before = os.times()
    done = subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": root},
        capture_output=True,
        check=False,
    )
    after = os.times()
    spent = after.children_user + after.children_system
    return spent - before.children_user - before.children_system, done.returncode


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--only", default="", help="only measurements whose label has this word")
    asked = parser.parse_args()
    run = "from sphinx_archdoc.cli.main import main; main()"
    check = ["-c", run, "check", ".", "--no-sphinx"]
    build = ["-m", "sphinx", "-q", "-b", "html", ".", "out"]
    sphinx = ["-c", run, "check", "."]
    for label, made, commands in (
        ("nasty folder, build", files(asked.files), (build,)),
        ("nasty folder, archdoc check --no-sphinx", files(asked.files), (check,)),
        ("nasty folder, archdoc check, first and again", files(asked.files), (sphinx, sphinx)),
        ("plain folder, archdoc check --no-sphinx", plain(asked.files), (check,)),
        ("plain folder, archdoc check, first and again", plain(asked.files), (sphinx, sphinx)),
        ("plain folder, build", plain(asked.files), (build,)),
    ):
        if asked.only not in label:
            continue
        with tempfile.TemporaryDirectory() as temp:
            write(Path(temp) / "docs", made)
            for command in commands:
                spent, code = cpu(command, Path(temp) / "docs")
                said = f"{label}: {len(made)} files, {spent:.1f} s CPU, exit code {code}"
                print(said, flush=True)


if __name__ == "__main__":
    main()
