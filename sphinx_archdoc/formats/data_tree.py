"""What YAML and JSON files hold, as text, lists and mappings, and the rows made of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from sphinx_archdoc.formats.collecting import Problems, shown
from sphinx_archdoc.model.codes import Code

#: More columns are not read: every row is padded to the header's width.
MOST_COLUMNS = 200
#: Lists and mappings inside a cell nest no deeper.
DEEPEST = 20


@dataclass(slots=True)
class Rows:
    """A header and rows with their lines; rows may be shorter or longer than the header."""

    header: list[str] = field(default_factory=list)
    header_line: int = 1
    rows: list[tuple[int, list[str]]] = field(default_factory=list)


class Mapping(dict[str, object]):
    """A mapping, with the line it starts in and the keys that were given twice."""

    line: int = 0
    doubled: tuple[str, ...] = ()


class Sequence(list[object]):
    """A list, with the line each item starts in."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[int] = []


def rows_of(root: object, problems: Problems) -> Rows:
    """Find the list of mappings in a file's content and make rows of it."""
    found = Rows()
    listing = _listing(root, problems)
    columns: dict[str, int] = {}
    for item, line in zip(listing, listing.lines, strict=False):
        if not isinstance(item, Mapping):
            message = f"this row is no mapping of column to value: {shown(text_of(item), 40)}"
            problems.add(Code.DATA, message, line)
            continue
        for key in item.doubled:
            problems.add(Code.DATA, f"{shown(key)} stands twice in a row; the last counts", line)
        for key in item:
            columns.setdefault(key, len(columns))
        cells = [""] * min(len(columns), MOST_COLUMNS)
        for key, value in item.items():
            if columns[key] < MOST_COLUMNS:
                cells[columns[key]] = text_of(value)
        found.rows.append((line, cells))
    found.header = list(columns)
    return found


def _listing(root: object, problems: Problems) -> Sequence:
    if isinstance(root, Sequence):
        return root
    if isinstance(root, Mapping):
        lists = {key: value for key, value in root.items() if isinstance(value, Sequence)}
        if len(lists) == 1:
            return next(iter(lists.values()))
        if lists:
            names = ", ".join(shown(key, 30) for key in list(lists)[:5])
            message = f"expected one list of rows, found {len(lists)}: {names}"
            problems.add(Code.DATA, message, root.line)
            return Sequence()
    if root is not None:
        problems.add(Code.DATA, "expected a list of mappings, one for each row", 1)
    return Sequence()


def text_of(value: object, depth: int = 0) -> str:
    """Write a value as the text of one cell."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    if depth > DEEPEST:
        return "…"
    if isinstance(value, dict):
        return ", ".join(f"{key}: {text_of(inner, depth + 1)}" for key, inner in value.items())
    if isinstance(value, list):
        return ", ".join(text_of(inner, depth + 1) for inner in value)
    return ""
