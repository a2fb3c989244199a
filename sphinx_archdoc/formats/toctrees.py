"""The tables of contents that pages declare: which pages each lists, and where a line goes."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.formats.directive_blocks import directive_blocks
from sphinx_archdoc.model.file_names import suffix_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_OPTION = re.compile(r"\s*:(?P<name>[\w-]+):")
_TITLED = re.compile(r".*<(?P<name>[^<>]+)>\Z", re.DOTALL)


class Toctree(NamedTuple):
    """A table of contents: its page and line, and its entries with their lines.

    Entries are names of pages from the source folder; ``glob``: they are patterns.
    """

    docname: str
    line: int
    entries: Mapping[str, int]
    glob: bool

    def lists(self, docname: str) -> bool:
        """Tell whether a page is in it."""
        if not self.glob:
            return docname in self.entries
        return any(_pattern(entry).fullmatch(docname) for entry in self.entries)

    def line_for(self, docname: str) -> int:
        """Return the line below which a page belongs: the last of its folder, or of all."""
        folder = posixpath.dirname(docname)
        beside = [line for name, line in self.entries.items() if posixpath.dirname(name) == folder]
        return max(beside or self.entries.values(), default=self.line)

    def entry_for(self, docname: str) -> str:
        """Return the entry that names a page as its page sees it."""
        folder = posixpath.dirname(self.docname)
        return posixpath.relpath(docname, folder or ".")


def toctrees(pages: Mapping[str, str]) -> Iterator[Toctree]:
    """Yield the tables of contents in the texts of pages, by their path below the source folder."""
    for path, text in sorted(pages.items()):
        if "toctree" in text:
            docname = path.removesuffix(suffix_of(path))
            yield from _in_page(docname, text.replace("\r\n", "\n").split("\n"))


def _in_page(docname: str, lines: Sequence[str]) -> Iterator[Toctree]:
    for block in directive_blocks(lines, "toctree"):
        glob = False
        entries: dict[str, int] = {}
        for at, line in enumerate(block.lines, block.above + 1):
            option = _OPTION.match(line)
            if option:
                glob = glob or option["name"] == "glob"
            elif line.strip() and line.strip() != "---":
                entries[_named(docname, line.strip())] = at
        yield Toctree(docname, block.above, entries, glob)


def _named(docname: str, entry: str) -> str:
    """Return the name of a page from the source folder."""
    titled = _TITLED.fullmatch(entry)
    name = (titled["name"] if titled else entry).strip()
    name = name.removesuffix(suffix_of(name))
    if name.startswith("/"):
        return name[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(docname), name))


def _pattern(entry: str) -> re.Pattern[str]:
    """Return a pattern as Sphinx reads it: a star ends at a slash, two do not."""
    parts = (re.escape(part) for part in re.split(r"(\*\*|\*|\?)", entry))
    words = {r"\*\*": ".*", r"\*": "[^/]*", r"\?": "[^/]"}
    return re.compile("".join(words.get(part, part) for part in parts))


def nearest(found: Sequence[Toctree], docname: str) -> Toctree | None:
    """Return the table of contents that a new page belongs into: where its neighbours are."""
    folder = posixpath.dirname(docname)

    def fits(tree: Toctree) -> tuple[int, int, int]:
        beside = sum(posixpath.dirname(entry) == folder for entry in tree.entries)
        above = posixpath.dirname(tree.docname)
        shared = len(above) if f"{folder}/".startswith(f"{above}/" if above else "") else -1
        return (min(beside, 1) * (not tree.glob), shared, beside)

    return max(found, key=fits, default=None)
