"""The rules of the house, read from the files themselves: style sheets and scripts."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from typing import TYPE_CHECKING

import pytest
from house_help import PACKAGE, ROOT, STYLES

from sphinx_archdoc.sphinxext.books import split

if TYPE_CHECKING:
    from pathlib import Path

SCRIPTS = sorted((PACKAGE / "static").glob("*.js"))
#: The same as they are written; shipped is what `tools/scripts.mjs` makes of them.
SOURCES = ROOT / "tools" / "scripts"
#: Classes of docutils and of themes that may stand beside ours in a selector.
THEIRS = {
    "rubric",
    "field-list",
    "caption",
    "caption-number",
    "headerlink",
    "table-wrapper",
    "no-js",
}


@cache
def blocks() -> tuple[tuple[str, str, str], ...]:
    """Return media query, selector and declarations of every rule."""
    text = "".join((PACKAGE / name).read_text(encoding="utf-8") for name in STYLES)
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    found = []
    around: list[str] = []
    for head, mark in re.findall(r"([^{}]*)([{}])", text):
        words = " ".join(head.split())
        if mark == "{":
            around.append(words)
        elif around.pop().startswith("@"):
            assert not words
        else:
            continue
        if mark == "{" and not words.startswith("@"):
            media = next((part for part in around if part.startswith("@")), "")
            found.append((media, words))
    bodies = re.findall(r"([^{}]+)\{([^{}]*)\}", text)
    assert len(bodies) == len(found)
    return tuple(
        (media, selector, body) for (media, selector), (_, body) in zip(found, bodies, strict=True)
    )


def test_selectors_are_ours() -> None:
    for _, selectors, _ in blocks():
        classes = re.findall(r"\.(-?[_a-zA-Z][\w-]*)", selectors)
        strange = {name for name in classes if not name.startswith("arch-")} - THEIRS
        assert not strange, selectors
        for selector in split(selectors):
            if not re.fullmatch(r"(html\S* )?body\S*", selector):
                assert ".arch-" in selector, f"{selector} reaches things that are not ours"


def test_only_variables_are_set_on_the_page_itself() -> None:
    for _, selectors, body in blocks():
        if ".arch-" not in selectors:
            names = [line.partition(":")[0].strip() for line in body.split(";")]
            assert all(name.startswith("--arch-") or name == "color-scheme" for name in names)


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    parts = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


#: The values of a token in light and dark; without a theme, and where there is one for both.
TOKEN = re.compile(
    r"--arch-([\w-]+):\s*var\(--arch-light,(#[0-9a-f]{3,6})\) var\(--arch-dark,(#[0-9a-f]{3,6})\)"
)
PLAIN = re.compile(r"--arch-([\w-]+):\s*[^;]*?(#[0-9a-fA-F]{3,6})\)*(?=;|\Z)")


@cache
def palettes() -> tuple[dict[str, str], dict[str, str]]:
    """Return the colours in light and in dark; of a ``var()`` with fallbacks, the last one."""
    body = next(body for _, selector, body in blocks() if selector == "body")
    both = TOKEN.findall(body)
    plain = dict(PLAIN.findall(TOKEN.sub("", body)))
    return (
        plain | {name: light for name, light, _ in both},
        {name: dark for name, _, dark in both},
    )


def test_dark_is_switched_on_in_two_ways() -> None:
    switch = {
        (media, selector): body
        for media, selector, body in blocks()
        if "--arch-dark:initial" in body
    }
    assert len(switch) == 2
    assert set(switch.values()) == {"--arch-light:var(--arch-none,);--arch-dark:initial"}
    assert all("print" in media or "screen" in media for media, _ in switch)  # paper is light


def test_contrast() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    light, dark = palettes()
    pairs = {name for name in light if f"{name}-bg" in light}
    assert pairs == {name for name in dark if f"{name}-bg" in dark}
    assert len(pairs) >= 16
    low = {
        (where, name): round(contrast(palette[name], palette[f"{name}-bg"]), 2)
        for where, palette in (("light", light), ("dark", dark))
        for name in pairs
        if contrast(palette[name], palette[f"{name}-bg"]) < 4.5
    }
    assert low == {}


def test_contrast_of_text_in_tinted_boxes() -> None:
    """The decision and the cells of a matrix hold text in the colour of the page."""
    light, dark = palettes()
    for palette, text in ((light, light["fg"]), (dark, "#cfd0d0")):  # furo's dark text
        tints = [name for name in palette if name.endswith("-bg")]
        assert len(tints) >= 16
        low = [name for name in tints if contrast(palette[name], text) < 4.5]
        assert low == []


def test_the_scripts_are_small() -> None:
    """What travels, not compressed; no page loads more than these three."""
    assert len(SCRIPTS) == 3
    assert sum(path.stat().st_size for path in SCRIPTS) < 10 * 1024


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_what_is_shipped_is_made_from_what_is_read(path: Path) -> None:
    """Else: ``node tools/scripts.mjs NODE_MODULES``, see there."""
    source = (SOURCES / path.name).read_bytes()
    mark = hashlib.sha256(source).hexdigest()[:12]
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first == f"/* made from tools/scripts/{path.name} {mark} */"


@pytest.mark.parametrize("folder", [PACKAGE / "static", SOURCES], ids=["shipped", "sources"])
@pytest.mark.parametrize("name", [path.name for path in SCRIPTS])
def test_scripts_ask_nobody_and_make_no_markup_of_texts(folder: Path, name: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert not re.search(r"https?:|\bfetch\b|XMLHttpRequest|WebSocket|sendBeacon|import\(", text)
    assert not re.search(
        r"\beval\b|new Function|document\.write|outerHTML|insertAdjacentHTML", text
    )
    # One picture of a button, which stands in the script itself.
    made = ["if (sign === CORNERS) button.innerHTML = sign;"]
    if folder == SOURCES:
        assert [line.strip() for line in text.splitlines() if "innerHTML" in line] in ([], made)


def test_motion_only_where_it_is_wanted() -> None:
    moving = [media for media, _, body in blocks() if re.search(r"\b(transition|animation)", body)]
    assert moving
    assert all("prefers-reduced-motion:no-preference" in media for media in moving)


def test_contrast_of_plain_text_without_a_theme() -> None:
    palette = palettes()[0]
    for text in ("fg", "fg-2", "fg-3", "link"):
        # Labels (fg-3) stand in heads of records only, and those are never highlighted.
        for ground in ("bg", "surface", "hover")[: 2 if text == "fg-3" else 3]:
            assert contrast(palette[text], palette[ground]) >= 4.5, (text, ground)


def test_borders_can_be_seen() -> None:
    """WCAG 1.4.11 asks for 3 to 1 where a line alone tells what something is."""
    light, dark = palettes()
    grounds = [(light, light["bg"]), (dark, "#131416")]
    low = {
        name: round(contrast(colour, ground), 2)
        for palette, ground in grounds
        for name, colour in palette.items()
        if (name.endswith("-bd") or name == "line-strong") and contrast(colour, ground) < 3
    }
    assert low == {}
