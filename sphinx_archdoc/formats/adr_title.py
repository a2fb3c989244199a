"""The title of a decision, without the number and the words every record has."""

from __future__ import annotations

import re

from sphinx_archdoc.formats.adr_inline import plain

_RECORD = (
    r"(?:architectur(?:e|al)[ -](?:decision|design)s?(?:[ -]records?)?"
    r"|(?:design )?decision records?|design decisions?|adr)"
)
_NUMBERED = re.compile(
    r"\s*(?:"
    rf"\[?\s*(?:[A-Z][A-Z0-9]{{0,7}}[-_])?{_RECORD}\s*[-_ #:]*"
    r"(?P<adr>[A-Z]?\d{1,6}|[nNxX]{1,4})\s*\]?"
    r"\s*(?:[.:：)·–—-]+\s*|\s+|\Z)"
    r"|\[?#?(?P<bare>\d{1,6})\]?\s*(?:[.:：)·–—]\s*|-\s*|\s+(?=[^\W\d_]))"
    rf"|{_RECORD}\s*[:：·–—]\s*|{_RECORD}\s+-\s+"
    r")(?:[-–—:]\s*)?(?=\S|\Z)",
    re.IGNORECASE,
)
_DATED = re.compile(r"\s*\d{4}-\d\d-\d\d\s*[:–—-]*\s*(?=\S)")
_PLACEHOLDER = re.compile(
    r"\\?[\[{<]\s*(?:short |brief |descriptive )?(?:(?:decision|adr|solved|the|record)\b.{0,40})?"
    r"(?:title|titre|titel|título|name|nombre|nom|problem|short|decision)\b.{0,80}\\?[\]}>]\s*\Z",
    re.IGNORECASE | re.DOTALL,
)

_BARE_WORD = re.compile(r"(?:decision |adr |short )?(?:title|titel|titre|título)", re.IGNORECASE)


def read_title(source: str) -> tuple[str, str]:
    """Return a heading's text without its number, and the digits of that number (or nothing)."""
    text = " ".join(plain(source).split())
    dated = _DATED.match(text)
    if dated:
        return text[dated.end() :], ""
    digits = ""
    for _ in range(3):  # "Architecture Decision Record: 3. Use X"
        match = _NUMBERED.match(text)
        if match is None or match.end() == 0:
            break
        if match.end() == len(text):
            return "", match["adr"] or digits
        said = match["adr"] or match["bare"] or ""
        digits = digits or (said if said.isdigit() else "")
        text = text[match.end() :].strip()
        if match["bare"]:
            break
    return text, digits


def is_placeholder(source: str) -> bool:
    """Tell whether a title is still the template's: ``{short title}``, ``[Title]``, ``<title>``."""
    text = plain(re.sub(r"\\([\[\]{}<>])", r"\1", source)).strip()
    raw = re.sub(r"\\([\[\]{}<>])", r"\1", source).strip()
    bare = read_title(text)[0] or text
    candidates = (bare, read_title(raw)[0] or raw, raw)
    return any(_PLACEHOLDER.match(item) or _BARE_WORD.fullmatch(item) for item in candidates)
