"""Templates of whole documents: what ``archdoc init`` writes, and what makes one complete.

A template is a module of this package with one ``TEMPLATE``. Its pages are made of parts, Markdown
files in the folder ``parts`` that serve several templates; ``writing`` puts them together in
Markdown or reStructuredText.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from functools import cache

#: The names of all templates, the one for most projects first.
NAMES = ("project", "technical", "solution", "full", "deep-dive")


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its name without ending, its title, and the parts it is made of."""

    name: str
    title: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A document to fill in.

    title     what such a document is called
    audience  for whom it is, and when one takes it
    opening   the parts of the first page
    pages     the other pages, in order
    checks    names of the checks (``sphinx_archdoc.checks``) that a complete one passes
    """

    name: str
    title: str
    audience: str
    opening: tuple[str, ...]
    pages: tuple[Page, ...]
    checks: tuple[str, ...]


@cache
def template(name: str) -> Template:
    """Return a template by its name.

    :raises KeyError: there is none with this name.
    """
    if name not in NAMES:
        raise KeyError(name)
    found = importlib.import_module(f"{__name__}.{name.replace('-', '_')}").TEMPLATE
    assert isinstance(found, Template)  # noqa: S101 -- what a module of this package declares
    return found
