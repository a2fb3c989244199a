"""The facts of a decision, wherever on the page they stand, each with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.formats.adr_labels import Entry, is_label_only

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.formats.adr_labels import Labels
    from sphinx_archdoc.formats.adr_outline import Part
    from sphinx_archdoc.formats.adr_page import Block, Page

_PAIR = 2


#: Where a value is meant for a tool, so that one that cannot be read is a fault.
STRICT = ("front matter", "field", "directive")


class AdrFact(NamedTuple):
    """One fact as written.

    ``line`` is where its name stands; ``lines`` are those of its text, where that is below.
    ``where`` is ``front matter``, ``heading``, ``list``, ``line``, ``table``, ``field``,
    ``directive``, ``file name``, ``status`` or ``changelog``; ``sure`` is ``sure``, ``likely`` or
    ``guess``.
    """

    field: str
    label: str
    text: str
    line: int
    where: str
    sure: str = "sure"
    lines: tuple[int, ...] = ()

    def line_at(self, offset: int) -> int:
        """Return the line of a place in the text."""
        number = self.text.count("\n", 0, offset)
        return self.lines[number] if number < len(self.lines) else self.line + number


def facts_of(page: Page, parts: list[Part], labels: Labels) -> list[AdrFact]:
    """Return all facts in the order in which they count: front matter, headings, then the rest.

    Facts with a label that names no field come too, with an empty ``field``.
    """
    found = [
        AdrFact(_name(labels, name), name, ", ".join(fact.texts), fact.line, "front matter")
        for name, fact in page.front.items()
    ]
    headed = [
        AdrFact(part.name, part.title, text, _line(part), "heading", lines=lines)
        for part in parts
        if part.role == "fact"
        for text, lines in [_text(part.blocks)]
    ]
    # Of two headings "Status" the outer one is meant.
    levels = {part.heading.line: part.level for part in parts if part.heading}
    found += sorted(headed, key=lambda fact: levels.get(fact.line, 0))
    for part in parts:
        if part.role in ("top", "title"):
            found += _of_blocks(part.blocks, labels)
    if not any(fact.field == "status" for fact in found):
        found += _late_status(parts, labels)
    return found


def _name(labels: Labels, label: str) -> str:
    spec = labels.find(label)
    return spec.name if spec else ""


def _line(part: Part) -> int:
    return part.heading.line if part.heading else 1


def _text(blocks: list[Block]) -> tuple[str, tuple[int, ...]]:
    """Return the text of blocks, and where each of its lines stands."""
    pieces: list[str] = []
    lines: list[int] = []
    for block in blocks:
        piece = _piece(block)
        if piece.strip():
            between = [block.line] if pieces else []
            lines += [*between, *(block.line + more for more in range(piece.count("\n") + 1))]
            pieces.append(piece)
    return "\n\n".join(pieces), tuple(lines)


def _piece(block: Block) -> str:
    if block.kind == "row":
        return " ".join(cell for cell in block.cells if cell)
    if block.kind == "field":
        return f"{block.label}: {block.text}"
    if block.kind in ("code", "option"):
        return ""
    return block.text if block.kind != "item" else f"- {block.text}"


def _of_blocks(blocks: list[Block], labels: Labels) -> Iterator[AdrFact]:
    header: tuple[str, ...] = ()
    for number, block in enumerate(blocks):
        if block.kind == "row":
            found, header = _of_row(block, header, labels)
            yield from found
            continue
        header = ()
        if block.kind in ("field", "option"):
            where = "field" if block.kind == "field" else "directive"
            yield AdrFact(_name(labels, block.label), block.label, block.text, block.line, where)
        elif block.kind in ("item", "text"):
            yield from _of_text(block, (blocks, number + 1), labels)


def _of_row(
    row: Block, header: tuple[str, ...], labels: Labels
) -> tuple[list[AdrFact], tuple[str, ...]]:
    """Return the facts of a row of a table, and the row if it is a header for the next one."""
    cells = row.cells
    pairs: list[tuple[str, str]] = []
    if header and len(cells) == len(header):
        pairs = list(zip(header, cells, strict=True))
    elif len(cells) >= _PAIR and all(labels.find(cell) for cell in cells):
        return [], cells
    elif len(cells) == _PAIR and cells[0].strip():
        pairs = [(cells[0], cells[1])]
    return [AdrFact(_name(labels, name), name, text, row.line, "table") for name, text in pairs], ()


def _of_text(block: Block, below: tuple[list[Block], int], labels: Labels) -> Iterator[AdrFact]:
    where = "list" if block.kind == "item" else "line"
    entries = list(labels.entries(block.text, block.line, item=block.kind == "item"))
    for number, entry in enumerate(entries):
        text = entry.text
        if number == len(entries) - 1 and not text and _opens_list(block, entry):
            text = ", ".join(_items_below(block, below))
        name = entry.field.name if entry.field else ""
        yield AdrFact(name, entry.label, text, entry.line, where)


def _opens_list(block: Block, entry: Entry) -> bool:
    return is_label_only(block.text) or not entry.text


def _items_below(block: Block, below: tuple[list[Block], int]) -> Iterator[str]:
    # All blocks and where to begin: each copying what is below it would take the square.
    blocks, start = below
    depth = block.level if block.kind == "item" else 0
    for at in range(start, len(blocks)):
        other = blocks[at]
        if other.kind != "item" or other.level <= depth:
            return
        yield other.text


def _late_status(parts: list[Part], labels: Labels) -> Iterator[AdrFact]:
    """Yield a status said with a label further down, as in the last line of the page."""
    for part in parts:
        if part.role not in ("top", "title", "contents"):
            for fact in _of_blocks(part.blocks, labels):
                if fact.field == "status":
                    yield fact._replace(sure="likely")
