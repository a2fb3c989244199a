"""What hostile tests share: payloads, and a finder of anything live in built pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from building import Build

PAYLOADS = {
    "script": "<script>alert('pwn')</script>",
    "attribute": "\"><img src=pwn onerror=alert('pwn')>",
    "quote": "' onmouseover='alert(1)' pwn='",
    "svg": "</title></text></svg><script>alert('pwn')</script>",
    "cdata": "]]><pwn/>&lt;pwn&gt;",
    "template": "{{ 7*7 }} {% pwn %} ${7*7} %(pwn)s %s",
    "latex": r"\\input{pwn} $x^2$ & # _ ^ ~ pwn",
    "puml": "@enduml !include pwn",
}
_SPHINX = ("_static/", "searchindex.js")
_SCHEME = re.compile(r"[\s\x00-\x1f]*(javascript|vbscript|data)\s*:", re.IGNORECASE)


def live(build: Build) -> list[str]:
    """Return what in the HTML pages would run, load, or lead to code."""
    return [
        f"{path.name}: {found}"
        for path in sorted(build.out.rglob("*.html"))
        for parser in ("html.parser", "html5lib")
        for found in _live(BeautifulSoup(path.read_text(encoding="utf-8"), parser))
    ]


def _live(soup: BeautifulSoup) -> Iterator[str]:
    for tag in soup.find_all(True):
        # Sphinx puts a short script of its own into the search page.
        foreign = not str(tag.get("src", "")).startswith(_SPHINX)
        if tag.name == "script" and foreign and ("pwn" in tag.get_text() or tag.get("src")):
            yield str(tag)[:200]
        if tag.name in ("iframe", "object", "embed", "pwn"):
            yield str(tag)[:200]
        for name, value in tag.attrs.items():
            text = " ".join(value) if isinstance(value, list) else str(value)
            if (
                name.startswith("on")
                or name == "pwn"
                or (name == "src" and "pwn" in text)
                or (name in ("href", "src", "xlink:href", "action") and _SCHEME.match(text))
            ):
                yield str(tag)[:200]


def text_of(build: Build, page: str = "page.html") -> str:
    """Return the visible text of a page, with blanks collapsed."""
    soup = BeautifulSoup(build.text(page), "html.parser")
    return " ".join(soup.get_text().split())


def no_traceback(build: Build) -> bool:
    return not any("Traceback" in line or "exception" in line.lower() for line in build.warnings)
