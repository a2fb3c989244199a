"""Pictures of the pages that show everything, to be looked at after a change of looks.

``python tools/shots.py NODE_MODULES FOLDER [THEME…]`` builds the documentation in each theme (furo)
and takes each page in light, dark, 390 pixels wide and printed. NODE_MODULES has playwright-core.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGES = (
    "index", "kitchen-sink", "demo/model", "demo/decisions", "demo/risks", "demo/flows",
    "demo/data", "demo/plans", "demo/review", "demo/overview",
)  # fmt: skip


def take(modules: Path, pictures: Path, theme: str) -> None:
    """Build the documentation in a theme and take its pages."""
    node, browser = shutil.which("node"), shutil.which("chromium")
    if node is None or browser is None:
        sys.exit("Node and Chromium are needed")
    with tempfile.TemporaryDirectory() as out:
        build = [sys.executable, "-m", "sphinx", "-q", "-D", f"html_theme={theme}"]
        subprocess.run([*build, str(ROOT / "example_docs"), out], check=True)  # noqa: S603
        script = ROOT / "tests" / "pages" / "shots.mjs"
        command = [node, script, modules, browser, out, pictures / theme, *PAGES]
        subprocess.run(command, check=True)  # noqa: S603


def main() -> None:
    """Take the pictures that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modules", type=Path)
    parser.add_argument("pictures", type=Path)
    parser.add_argument("themes", nargs="*", default=["furo"])
    asked = parser.parse_args()
    for theme in asked.themes:
        take(asked.modules.resolve(), asked.pictures.resolve(), theme)
        print(f"{asked.pictures / theme}: {len(PAGES)} pages in four looks")


if __name__ == "__main__":
    main()
