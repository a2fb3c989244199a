"""What the name of a record's file says: its number, its date, and the rest as words."""

from __future__ import annotations

import re
from typing import NamedTuple

from sphinx_archdoc.model.dates import When, read_date

#: Files that can be read; the longest ending first.
SUFFIXES = (".md.md", ".markdown", ".md", ".rst", ".rest")
#: Names of pages that stand for their folder, as in ``0001-use-rest/README.md``.
FOLDER_PAGES = ("readme", "index")

_DATE = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?=$|[-_ .])")
_NUMBER = re.compile(
    r"(?:(?P<adr>(?i:adr|madr|decision|lightweight-adr))[-_ .]?"
    r"|(?P<prefix>[A-Z][A-Za-z0-9]*(?:[-_][A-Za-z][A-Za-z0-9]*){0,3})[-_])?"
    r"(?P<digits>\d{1,6})(?=$|[-_ .:])"
)


class Named(NamedTuple):
    """What a path says of a record.

    digits  the number as written, leading zeros kept; empty: no number
    prefix  what stands before the number when it is not ``adr``
    date    of a name that starts with one
    stem    the name without its ending (of ``0001-x/README.md``: the folder's)
    """

    path: str
    digits: str
    prefix: str
    date: When | None
    stem: str

    @property
    def number(self) -> int | None:
        """The number, without leading zeros."""
        return int(self.digits) if self.digits else None

    @property
    def is_folder(self) -> bool:
        """Tell whether the page stands for its folder (``use-rest/README.md``)."""
        name = self.path.rpartition("/")[2].lower()
        return name.partition(".")[0] in FOLDER_PAGES

    @property
    def words(self) -> str:
        """The name as words, for a record that has no heading."""
        slug = _NUMBER.sub("", _DATE.sub("", self.stem, count=1), count=1)
        text = re.sub(r"[-_ ]+", " ", slug or self.stem).strip()
        return text[:1].upper() + text[1:]


def suffix_of(path: str) -> str:
    """Return the ending if such a file can be read, else nothing."""
    lower = path.lower()
    return next((suffix for suffix in SUFFIXES if lower.endswith(suffix)), "")


def named(path: str) -> Named:
    """Read the name of a file; ``path`` has slashes, and may come without its ending."""
    folder, _, name = path.rpartition("/")
    suffix = suffix_of(name)
    stem = name[: len(name) - len(suffix)] if suffix else name
    if stem.lower() in FOLDER_PAGES and folder:
        stem = folder.rpartition("/")[2]
    date = _DATE.match(stem)
    when = read_date("-".join(date.groups())) if date else None
    if when is not None:
        return Named(path, "", "", when, stem)
    match = _NUMBER.match(stem)
    if match is None:
        return Named(path, "", "", None, stem)
    return Named(path, match["digits"], match["prefix"] or "", None, stem)
