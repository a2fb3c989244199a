"""Whether the text of a decision holds nothing but a decision: no directive, no role of ours.

Such a page can be checked from its text alone. The question is answered with care: a page that
might hold anything more is none.
"""

from __future__ import annotations

import re

from sphinx_archdoc.formats.leftovers import damaged, placeholders
from sphinx_archdoc.model.file_names import suffix_of
from sphinx_archdoc.model.total_words import may_have_totals

#: What a page may be drawn from, or filled in with.
_DRAWN = re.compile(r"mermaid|uml\b|c4|\{\{|^myst\s*:", re.IGNORECASE | re.MULTILINE)
#: A MyST directive or role, in whichever fence.
_MYST = re.compile(r"(?:`{3}|~{3}|:{3})[ \t]*\{|\{[\w:+.-]+\}`|^[ \t]*:::", re.MULTILINE)
_DIRECTIVE = re.compile(r"\.\.[ \t]+(?:\|[^|\n]+\|[ \t]+)?([\w:+.-]+)[ \t]?::")
_ROLE = re.compile(r":([\w:+.-]+):`|`:([\w:+.-]+):")
#: Directives and roles of docutils and Sphinx that hold text, or point to a page, and no more.
_DIRECTIVES = frozenset({
    "admonition", "attention", "caution", "code", "code-block", "compound", "container",
    "contents", "danger", "epigraph", "error", "figure", "highlights", "hint", "image",
    "important", "index", "list-table", "math", "note", "parsed-literal", "pull-quote",
    "quote-table", "replace", "rubric", "seealso", "sidebar", "sourcecode", "table", "tip", "todo",
    "topic", "unicode", "versionadded", "versionchanged", "warning",
})  # fmt: skip
_ROLES = frozenset({
    "abbr", "code", "doc", "emphasis", "file", "guilabel", "kbd", "literal", "math",
    "menuselection", "numref", "pep", "ref", "rfc", "samp", "strong", "sub", "subscript", "sup",
    "superscript", "term", "title",
})  # fmt: skip
#: Lines of tables, whose totals are added up; a heading may look like one.
_TABLE = re.compile(r"\||^[ \t]*(?:\+-|={2})|list-table::", re.MULTILINE)
_PICTURE = re.compile(r"!\[|::[ \t]*\S+\.(?:png|jpe?g|gif|svg|webp|pdf)|:download:", re.IGNORECASE)


def is_plain(text: str, path: str) -> bool:
    """Tell whether a page can be checked without parsing it."""
    if _DRAWN.search(text) or (_TABLE.search(text) and may_have_totals(text)):
        return False
    if suffix_of(path) in (".rst", ".rest"):
        directives = {found[1].lower() for found in _DIRECTIVE.finditer(text)}
        roles = {(found[1] or found[2]).lower() for found in _ROLE.finditer(text)}
        plain = directives <= _DIRECTIVES and roles <= _ROLES
    else:
        plain = not _MYST.search(text)
    return plain and not damaged(text) and not placeholders(text, whole=True)


def has_pictures(text: str) -> bool:
    """Tell whether a page may name files that it shows or offers."""
    return bool(_PICTURE.search(text))
