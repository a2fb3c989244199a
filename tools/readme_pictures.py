"""Make the pictures of the README from the example that it shows.

    python tools/readme_pictures.py

builds the first Markdown example of ``README.md`` with furo and takes it with Chromium, light and
dark, into ``example_docs/_static/readme-light.png`` and ``readme-dark.png``. Chromium has to be on
the path as ``chromium``, ``chromium-browser`` or ``google-chrome``.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "example_docs" / "_static"
CONF = """\
extensions = ["sphinx_archdoc", "myst_parser"]
myst_enable_extensions = ["colon_fence"]
html_theme = "furo"
html_static_path = ["."]
html_css_files = ["bare.css"]
"""
#: Only the content is taken; the theme around it is known.
BARE = """\
.mobile-header, .sidebar-drawer, .toc-drawer, .content-icon-container, footer, h1, .skip-to-content,
.toc-overlay-icon { display: none !important; }
.content { padding: 0 1rem !important; width: 100% !important; }
body { --sidebar-width: 0; }
"""
WIDTH, HEIGHT = 760, 1462


def example() -> str:
    """Return the first Markdown example of the README."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(r"^````markdown\n(.*?)^````$", text, re.MULTILINE | re.DOTALL)
    if found is None:
        sys.exit("README.md has no example")
    return found[1]


def browser() -> str:
    """Return the path of Chromium."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next(filter(None, map(shutil.which, names)), None)
    return found or sys.exit("Chromium is not on the path")


def built(folder: Path) -> Path:
    """Return the page of the example."""
    source = folder / "source"
    source.mkdir()
    (source / "index.md").write_text(f"# Example\n\n{example()}", encoding="utf-8")
    (source / "conf.py").write_text(CONF, encoding="utf-8")
    (source / "bare.css").write_text(BARE, encoding="utf-8")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", source, folder / "out"]
    subprocess.run(command, check=True)  # noqa: S603 -- our own page
    return folder / "out" / "index.html"


def take(page: Path, theme: str, folder: Path) -> None:
    """Write the picture of a page in one theme."""
    text = page.read_text(encoding="utf-8").replace('|| "auto"', f'|| "{theme}"')
    shown = page.with_name(f"{theme}.html")
    shown.write_text(text, encoding="utf-8")
    target = TARGET / f"readme-{theme}.png"
    command = [
        browser(), "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--force-device-scale-factor=1.5", f"--user-data-dir={folder / theme}",
        f"--window-size={WIDTH},{HEIGHT}", f"--screenshot={target}", shown.as_uri(),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 -- our own page
    print(target)


def main() -> None:
    """Make both pictures."""
    with tempfile.TemporaryDirectory() as place:
        page = built(Path(place))
        for theme in ("light", "dark"):
            take(page, theme, Path(place))


if __name__ == "__main__":
    main()
