"""What the columns of a table mean for the records that its rows become."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.header_languages import english_headers
from sphinx_archdoc.model.header_names import by_column, by_header, header_forms
from sphinx_archdoc.model.kind import header_word
from sphinx_archdoc.model.near_words import misspelt
from sphinx_archdoc.reading.text import said
from sphinx_archdoc.sphinxext.columns import EXTRA, ID, KIND, NUMBER, TITLE, Columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx_archdoc.model.kind import Kind, Registry
    from sphinx_archdoc.reading.tables import RawRow, RawTable
    from sphinx_archdoc.sphinxext.base import ArchDirective
    from sphinx_archdoc.sphinxext.columns import Meaning


def read_columns(kind: Kind, headers: Sequence[str]) -> Columns:
    """Return what each column holds; what no kind knows is kept beside the fields.

    Words of other languages may be English words too (*rôle*, *désignation*): what another column
    is called in words of the kind itself they do not name.
    """
    found: list[Meaning] = []
    known = [kind.headers.get(header_word(title)) for title in headers]
    named = not {header_word(title) for title in headers}.isdisjoint(kind.title_words)
    for title, sure in zip(headers, known, strict=True):
        word = " ".join(title.casefold().split())
        meaning: Meaning
        own = word in kind.title_words or header_word(title) in kind.headers
        words = {word} if own else {word, *english_headers(word)}
        if words & {*kind.id_words} and ID not in found:
            meaning = ID
        elif ({word} if named else words) & {*kind.title_words} and TITLE not in found:
            meaning = TITLE
        elif word in ("type", "kind", "c4 type") and kind.family == "element":
            meaning = KIND
        else:
            spec = by_header(kind, title)
            free = spec not in found and (sure is not None or spec not in known)
            meaning = spec if spec is not None and free else EXTRA
        found.append(meaning)
    _loosely(kind, headers, found)
    _by_its_parts(kind, headers, found)
    _said_twice(kind, headers, found)
    _by_own_names(kind, headers, found)
    return Columns(headers, found, _naming(kind, found))


def _said_twice(kind: Kind, headers: Sequence[str], found: list[Meaning]) -> None:
    """Take the first of two columns for one field for the names of rows that have none.

    *Ziel | Sollwert*, *Objective | Target*: a goal and its value. A column before them that means
    nothing else has the names, unless it counts the rows.
    """
    if TITLE in found:
        return
    specs = [by_header(kind, title) for title in headers]
    for number, spec in enumerate(specs):
        if found[number] is EXTRA and not _counts(headers[number]):
            return
        if spec is None or found[number] != spec or spec not in specs[number + 1 :]:
            continue
        other = specs.index(spec, number + 1)
        if found[other] is EXTRA:
            found[number], found[other] = TITLE, spec
            return


def _by_own_names(kind: Kind, headers: Sequence[str], found: list[Meaning]) -> None:
    """Give a field to the column with its own name, not to one before it with another word for it.

    *Alert | Condition | Threshold*. Efforts are parts of each other, and keep their order.
    """
    if TITLE not in found or kind.sums:
        return
    for number, title in enumerate(headers):
        word = header_word(title)
        spec = kind.headers.get(word) if found[number] is EXTRA else None
        if spec in found and word in (header_word(spec.option), header_word(spec.title)):
            found[found.index(spec)], found[number] = EXTRA, spec


#: What a column of numbers is called that count the rows.
_COUNTS = {"#", "no", "nr", "n", "n°", "nº", "num", "number", "nummer", "numéro", "número", "pos",
           "lfd nr", "lfd. nr", "position", "item no", "sl no", "s no", "sr no"}  # fmt: skip


def with_numbers(kind: Kind, table: RawTable, columns: Columns) -> Columns:
    """Return the columns, that of the numbers of the rows among them.

    Such a column is called so (``#``, ``Nr.``) and holds plain numbers, or it is the first, means
    nothing else and counts from 1. ``N`` may be how many, where nothing else names the rows.
    """
    found = [*columns.meanings]
    rows = [row for row in table.rows if _has_more_words(row)]
    for at, header in enumerate(columns.headers):
        if found[at] not in (ID, EXTRA) or kind.argument == "id":
            continue
        texts = [said(row.cells[at]).strip() if at < len(row.cells) else "" for row in rows]
        told = [text.rstrip(".") for text in texts if text]
        if not told or not all(text.isdecimal() for text in told):
            continue
        called = _counts(header) and (found[at] is ID or columns.named_by)
        counted = [str(number) for number in range(1, len(told) + 1)]
        if called or (at == 0 and found[at] is EXTRA and len(told) > 1 and told == counted):
            found[at] = NUMBER
            return replace(columns, meanings=found)
    return columns


def _counts(header: str) -> bool:
    return header_word(header).rstrip(".") in _COUNTS


def _has_more_words(row: RawRow) -> bool:
    """Tell whether a row is not the heading of a group."""
    return sum(bool(said(cell).strip()) for cell in row.cells) > 1


def _loosely(kind: Kind, headers: Sequence[str], found: list[Meaning]) -> None:
    """Give columns that no word names exactly what one of their words names."""
    for number, title in enumerate(headers):
        if found[number] is not EXTRA:
            continue
        titled = not {*header_forms(title)}.isdisjoint(kind.title_words)
        spec = by_column(kind, title) or by_header(kind, _without_kind(kind, title))
        if titled and TITLE not in found:
            found[number] = TITLE
        elif spec is not None and spec not in found:
            found[number] = spec


def _without_kind(kind: Kind, title: str) -> str:
    """Return ``Risk Owner`` without the word that says of what kind the rows are."""
    word = header_word(title)
    for name in (kind.name, kind.title, *kind.type_words):
        word = word.removeprefix(f"{header_word(name)} ")
    return word


def _by_its_parts(kind: Kind, headers: Sequence[str], found: list[Meaning]) -> None:
    """Take ``Method | Endpoint`` for the parts of a name: one of them alone names no row."""
    parts = [kind.field(name) for name in kind.called_by]
    if TITLE not in found or not any(part in found for part in parts):
        return
    at = found.index(TITLE)
    spec = by_header(kind, headers[at])
    if spec is not None and spec in parts and spec not in found:
        found[at] = spec


def _naming(kind: Kind, meanings: Sequence[Meaning]) -> list[int]:
    """Return the columns that together name a row; none where nothing does."""
    if TITLE in meanings:
        return [meanings.index(TITLE)]
    if kind.argument == "id" and ID in meanings:
        return [meanings.index(ID)]  # Code | Status: the code is all the name there is
    parts = [kind.field(name) for name in kind.called_by]
    return [meanings.index(part) for part in parts if part is not None and part in meanings]


def named_by_first(directive: ArchDirective, kind: Kind, columns: Columns) -> Columns:
    """Take the first column that means nothing else for the names of rows, and say so."""
    words = ", ".join(list(dict.fromkeys(map(header_word, kind.title_words)))[:4])
    message = (
        f"{directive.name}: no column names the {kind.name} (one of {words}); the first column is "
        "taken"
    )
    directive.warn(Code.TABLE, message)
    first = columns.at(EXTRA) or 0
    meanings = [*columns.meanings]
    meanings[first] = TITLE
    return replace(columns, meanings=meanings, named_by=[first])


def misspelt_columns(registry: Registry, kind: Kind, columns: Columns) -> Iterator[tuple[str, str]]:
    """Yield headers without a meaning beside the word that was probably meant.

    A word that is right for another kind of records is no slip, and what the table has is not
    meant a second time.
    """
    free = {word: spec.title for word, spec in kind.headers.items() if spec not in columns.meanings}
    for header, meaning in zip(columns.headers, columns.meanings, strict=True):
        near = misspelt(header_word(header), free) if meaning is EXTRA else ""
        if near and not any(by_header(other, header) for other in registry):
            yield header, near


def say_misspelt(directive: ArchDirective, kind: Kind, columns: Columns, line: int) -> None:
    """Ask about the columns whose headers are probably slips; they stay as they are."""
    registry = directive.domain.registry
    for header, near in misspelt_columns(registry, kind, columns):
        message = (
            f"{directive.name}: column {header[:60]!r} is kept as it is; did you mean {near!r}?"
        )
        directive.warn(Code.COLUMN, message, line)
