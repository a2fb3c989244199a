"""An entry of a change log in one line: ``1.2.0 (2026-01-29): Added a cache — Ann``.

Version, date and author are optional, and the heading above may say version and date:
``[1.2.0] - 2026-01-29``, as in *Keep a Changelog*.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from sphinx_archdoc.model.dates import read_date

_VERSION = re.compile(
    r"\s*\[?(?:version\s+|v(?=\d))?(?P<version>\d+(?:\.\d+){1,3}(?:[-+.]?[A-Za-z]+[\w.+-]*)?|unreleased)\]?"
    r"(?=[\s:,;(–—-]|\Z)",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"[\s(:–—,-]*(?P<date>\d{4}-\d{2}-\d{2}|\d{4}-\d{2}|\d{1,2}\.\s?\d{1,2}\.\s?\d{4})\)?(?=[\s:,;–—-]|\Z)"
)
_BY = re.compile(
    r"\s+(?:[–—]\s*|\((?:by\s+|@))(?P<author>[^\W\d_][^()–—:]{0,60}?)\)?\s*\Z", re.IGNORECASE
)
_LONGEST = 4000


class ChangeLine(NamedTuple):
    """What a line of a change log says; a fact it does not say is empty."""

    words: str = ""
    version: str = ""
    date: str = ""
    author: str = ""


def read_change_line(text: str) -> ChangeLine:
    """Read a line; what is no version, date or author is the change."""
    text = " ".join(text[:_LONGEST].split())
    version = _VERSION.match(text)
    rest = text[version.end() :] if version else text
    date = _DATE.match(rest)
    if date and read_date(date["date"]):
        rest = rest[date.end() :]
    else:
        date = None
    author = _BY.search(rest) if version or date else None
    if author and author.start():
        rest = rest[: author.start()]
    else:
        author = None
    return ChangeLine(
        words=rest.lstrip(" :–—-,;").strip(),
        version=version["version"] if version else "",
        date=date["date"] if date else "",
        author=author["author"].strip() if author else "",
    )
