"""A change log from the history of the page in git (``:from-git:``)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.formats.git_log import GitError, last_moves, read_history
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.values import clean
from sphinx_archdoc.model.words import mark
from sphinx_archdoc.reading.tables import read_table
from sphinx_archdoc.sphinxext.labels import translate
from sphinx_archdoc.sphinxext.local_rows import LocalRows

if TYPE_CHECKING:
    from sphinx_archdoc.formats.git_log import Commit
    from sphinx_archdoc.sphinxext.list_directive import ChangeDirective

_USUAL, _MOST = 10, 1000
_WIDTHS = (15, 25, 60)
#: Translated when the rows are read: columns are found by these words.
_HEADS = (mark("Date"), mark("Author"), mark("Changes"))


def changes_table(directive: ChangeDirective) -> list[nodes.Node]:
    """Return the history of the page as a table of changes; nothing after a warning."""
    text = directive.value("from-git").strip()
    most = int(text) if text.isascii() and text.isdigit() and len(text) < len("10000") else _USUAL
    if text and not text.isdigit():
        message = f"{directive.name}: from-git {text[:60]!r} is no whole number"
        directive.warn(Code.VALUE, message, option="from-git")
    path = Path(directive.env.doc2path(directive.env.docname))
    if (moves := last_moves(path)) is not None:
        directive.env.note_dependency(str(moves))  # a commit changes the history, not the page
    try:
        commits = read_history(path, max(1, min(most, _MOST)))
    except GitError as error:
        directive.warn(Code.DATA, f"{directive.name}: there is no history to show: {error}")
        return []
    if not commits:
        directive.warn(Code.DATA, f"{directive.name}: git knows no change of this page yet")
        return []
    made = _table(commits)
    for node in made.findall(nodes.Element):
        directive.set_source_info(node)
    table, _problems = read_table([made])
    if table is not None:
        kind = directive.domain.registry["change"]
        LocalRows(directive, kind, directive.value("id-prefix").strip(), "").read(table)
    for text in [text for head in made.findall(nodes.thead) for text in head.findall(nodes.Text)]:
        text.parent.replace(text, nodes.Text(translate(str(text))))
    made["classes"] += directive.class_names("arch-table", "arch-declared")
    directive._caption(made)  # noqa: SLF001 -- of the directive this is a part of
    return [made]


def _table(commits: tuple[Commit, ...]) -> nodes.table:
    group = nodes.tgroup(cols=len(_WIDTHS))
    group += [nodes.colspec(colwidth=width) for width in _WIDTHS]
    group += nodes.thead("", _row(_HEADS))
    body = nodes.tbody()
    for commit in commits:
        body += _row(tuple(clean(part)[0] for part in commit))
    group += body
    return nodes.table("", group)


def _row(texts: tuple[str, ...]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", text)) for text in texts))
