"""Which field the header of a table, or another word for an option, names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_archdoc.model.header_languages import english_headers
from sphinx_archdoc.model.kind import header_word

if TYPE_CHECKING:
    from sphinx_archdoc.model.fields import FieldSpec
    from sphinx_archdoc.model.kind import Kind


def by_header(kind: Kind, header: str) -> FieldSpec | None:
    """Return the field that a table header or a synonym of an option names."""
    word = header_word(header)
    spec = kind.headers.get(word)
    if spec is not None:
        return spec
    found = (kind.headers.get(english) for english in english_headers(word))
    return next((spec for spec in found if spec is not None), None)


#: What joins two words in one header: *Background or motivation*, *Component / system*.
_JOINED = re.compile(
    r"(?<!\s)\s*+(?:/|&|\bor\b|\band\b|\boder\b|\bund\b|\bo\b|\by\b|\bou\b|\bet\b)\s*+"
)
_BRACKETS = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\]|\bin [^\s]{1,30}$)")


def header_forms(header: str) -> tuple[str, ...]:
    """Return the words a header of a table may mean, the likeliest first.

    The whole, without what explains it in brackets, one of a pair, each in the singular, and in
    English.
    """
    whole = header_word(header[:200])
    bare = _BRACKETS.sub("", whole).strip()
    forms = (whole, bare, *filter(None, _JOINED.split(bare)))
    forms = (*forms, *(form.removesuffix("s") for form in forms))
    english = (word for form in forms for word in english_headers(form))
    return tuple(dict.fromkeys((*forms, *english)))


def by_column(kind: Kind, header: str) -> FieldSpec | None:
    """Return the field that a header of a table names, however loosely it is written."""
    found = (kind.headers.get(form) for form in header_forms(header))
    return next((spec for spec in found if spec is not None), None)
