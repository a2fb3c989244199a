"""What the columns of a table mean for the records that its rows become."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.options import by_column, by_header, header_forms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_archdoc.model.fields import FieldSpec
    from sphinx_archdoc.model.kind import Kind

#: What a column holds: a field, or one of these.
ID, TITLE, KIND, EXTRA = "id", "title", "kind", "extra"


def column_meanings(kind: Kind, headers: Sequence[str]) -> list[str | FieldSpec]:
    """Return what each column holds; what no kind knows is kept beside the fields."""
    found: list[str | FieldSpec] = []
    for title in headers:
        word = " ".join(title.casefold().split())
        meaning: str | FieldSpec
        if word in kind.id_words and ID not in found:
            meaning = ID
        elif word in kind.title_words and TITLE not in found:
            meaning = TITLE
        elif word in ("type", "kind", "c4 type") and kind.family == "element":
            meaning = KIND
        else:
            spec = by_header(kind, title)
            meaning = spec if spec is not None and spec not in found else EXTRA
        found.append(meaning)
    _loosely(kind, headers, found)
    return found


def _loosely(kind: Kind, headers: Sequence[str], found: list[str | FieldSpec]) -> None:
    """Give columns that no word names exactly what one of their words names."""
    for number, title in enumerate(headers):
        if found[number] is not EXTRA:
            continue
        titled = not {*header_forms(title)}.isdisjoint(kind.title_words)
        spec = by_column(kind, title)
        if titled and TITLE not in found:
            found[number] = TITLE
        elif spec is not None and spec not in found:
            found[number] = spec
