"""Read CSV as people and spreadsheets write it.

The format is RFC 4180, read leniently. The standard library's reader is not used because it limits
the length of a cell for the whole process, and because one unclosed quote makes it swallow the
rest of the file; here such a quote ends with its line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.formats.data_tree import Rows
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.counting import counted

if TYPE_CHECKING:
    from sphinx_archdoc.formats.collecting import Problems

_DELIMITERS = (",", ";", "\t", "|")


def read_csv(text: str, problems: Problems, *, max_rows: int, tabs: bool = False) -> Rows:
    r"""Read a text whose line ends are all ``\n``; the first row with text is the header.

    A short row is padded. What a long row has too much is joined to its last cell, because a
    delimiter in a text without quotes is the usual cause; empty cells at its end are dropped.
    """
    found = Rows()
    parser = _Parser(text, problems)
    if text[:4].lower() == "sep=" and text[5:6] == "\n":  # a spreadsheet's own first line
        parser.delimiter, parser.at, parser.line = text[4], 6, 2
    else:
        parser.delimiter = "\t" if tabs else sniff(text)
    width = 0
    while parser.at < len(text) and len(found.rows) <= max_rows:
        line = parser.line
        cells = parser.record()
        if not any(cell.strip() for cell in cells):
            continue
        if not width:
            while not cells[-1].strip():
                cells.pop()
            found.header, found.header_line, width = cells, line, len(cells)
            continue
        while len(cells) > width and not cells[-1].strip():
            cells.pop()
        if len(cells) != width:
            what = (
                "the missing cells are empty" if len(cells) < width else "the rest joins the last"
            )
            message = f"{counted(len(cells), 'cell')} where the header has {width}: {what}"
            problems.add(Code.DATA, message, line)
        if len(cells) > width:
            cells[width - 1 :] = [parser.delimiter.join(cells[width - 1 :])]
        found.rows.append((line, cells))
    return found


def sniff(text: str) -> str:
    """Return the delimiter that the first line with text uses most, outside quotes."""
    start = len(text) - len(text.lstrip("\n"))
    end = text.find("\n", start)
    line = text[start : len(text) if end < 0 else end]
    plain = "".join(line.split('"')[::2])
    return max(_DELIMITERS, key=plain.count)


class _Parser:
    """Walks through the text record by record; ``line`` is where the next one starts."""

    def __init__(self, text: str, problems: Problems) -> None:
        self.text = text
        self.at = 0
        self.line = 1
        self.delimiter = ","
        self._line_end = -1
        self._problems = problems

    def record(self) -> list[str]:
        """Read the cells up to the end of a line that no quote holds open."""
        text, cells = self.text, []
        while True:
            cells.append(self._cell())
            ended = text[self.at : self.at + 1]
            self.at += 1
            if ended != self.delimiter:
                self.line += 1
                return cells

    def _cell(self) -> str:
        text, start = self.text, self.at
        while text[start : start + 1] == " ":
            start += 1
        value = ""
        if text[start : start + 1] == '"':
            closed = self._quoted(start + 1)
            if closed >= 0:
                value = text[start + 1 : closed].replace('""', '"')
                self.line += value.count("\n")
                self.at = closed + 1
            else:
                message = "a quote is not closed; the cell ends with its line"
                self._problems.add(Code.DATA, message, self.line)
        if self._line_end < self.at:
            found = text.find("\n", self.at)
            self._line_end = len(text) if found < 0 else found
        end = text.find(self.delimiter, self.at, self._line_end)
        end = self._line_end if end < 0 else end
        rest, self.at = text[self.at : end], end
        return value + rest if rest.strip() or not value else value

    def _quoted(self, at: int) -> int:
        """Return where the closing quote is, or -1 when there is none that ends a cell."""
        text, start = self.text, at
        while True:
            at = text.find('"', at)
            if at < 0:
                return -1
            if text[at + 1 : at + 2] == '"':
                at += 2
                continue
            after = at + 1
            while text[after : after + 1] == " ":
                after += 1
            ends = text[after : after + 1] in ("", "\n", self.delimiter)
            return at if ends or "\n" not in text[start:at] else -1
