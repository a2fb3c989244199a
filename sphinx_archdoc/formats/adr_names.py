"""What the path of a file says: which files may be records, their numbers, dates and slugs."""

from __future__ import annotations

import re
from typing import NamedTuple

from sphinx_archdoc.formats.collecting import LONGEST_ID, safe_id
from sphinx_archdoc.model.dates import When, read_date
from sphinx_archdoc.model.section_words import fold

#: Files that can be read; the longest ending first.
SUFFIXES = (".md.md", ".markdown", ".md", ".rst", ".rest")
_OTHERS = (".adoc", ".asciidoc", ".org", ".txt", ".docx", ".pdf", ".html", ".htm")

_DATE = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?=$|[-_ .])")
_NUMBER = re.compile(
    r"(?:(?P<adr>(?i:adr|madr|decision|lightweight-adr))[-_ .]?"
    r"|(?P<prefix>[A-Z][A-Za-z0-9]*(?:[-_][A-Za-z][A-Za-z0-9]*){0,3})[-_])?"
    r"(?P<digits>\d{1,6})(?=$|[-_ .:])"
)
_FOLDER_PAGES = ("readme", "index")
_NO_RECORDS = frozenset(
    "readme index agents claude changelog contributing license licence template glossary toc"
    " summary overview code of conduct security _index about home log".split()
)
_TEMPLATE_WORDS = frozenset("template templates modele vorlage plantilla muster テンプレート".split())
_BESIDE_TEMPLATE = frozenset(
    "adr adrs madr nygard decision decisions record records architecture architectural any bare"
    " minimal full short long simple the a title de en fr es nnn nnnn xxx xxxx lightweight my new"
    " markdown".split()
)  # fmt: skip


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
    if stem.lower() in _FOLDER_PAGES and folder:
        stem = folder.rpartition("/")[2]
    date = _DATE.match(stem)
    when = read_date("-".join(date.groups())) if date else None
    if when is not None:
        return Named(path, "", "", when, stem)
    match = _NUMBER.match(stem)
    if match is None:
        return Named(path, "", "", None, stem)
    return Named(path, match["digits"], match["prefix"] or "", None, stem)


def id_of(name: Named, prefix: str) -> str:
    """Return the id that a name gives: ``ADR-0001``, else the name itself made safe."""
    if name.digits:
        return safe_id(f"{name.prefix}-{name.digits}" if name.prefix else f"{prefix}{name.digits}")
    return safe_id(name.stem)[:LONGEST_ID]


def full_id(name: Named, prefix: str) -> str:
    """Return the id of a record that shares its number with another of its folder."""
    stem = safe_id(name.stem)
    return stem if name.prefix or not name.stem[:1].isdigit() else f"{prefix}{stem}"[:LONGEST_ID]


def skipped_by_name(path: str) -> str:
    """Say why a file is no record whatever it holds, or nothing."""
    name = path.rpartition("/")[2]
    if not suffix_of(name):
        ending = next((suffix for suffix in _OTHERS if name.lower().endswith(suffix)), "")
        return f"{ending or 'this kind of file'} is not read; Markdown and reStructuredText are"
    stem = name[: len(name) - len(suffix_of(name))]
    words = fold(stem).split()
    if is_template_name(stem):
        return "a template"
    if stem.lower() in _FOLDER_PAGES:
        numbered = named(path)
        return "" if numbered.digits or numbered.date else "an index page"
    if words and set(words) <= _NO_RECORDS:
        return f"{name} is no record by its name"
    return ""


def is_template_name(stem: str) -> bool:
    """Tell whether a name says "template" and nothing else: ``014-project-templates`` does not."""
    words = [word for word in fold(stem).split() if not word.isdigit()]
    # A word glued to its number ("adr001")
    known = all(word in _TEMPLATE_WORDS or word in _BESIDE_TEMPLATE for word in words)
    return known and any(word in _TEMPLATE_WORDS for word in words)
