"""Relations between building blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.fields import choice, inline, refs, tags, text
from sphinx_archdoc.model.kind import Record, kind, mark
from sphinx_archdoc.model.words import Term, Vocabulary, Word

if TYPE_CHECKING:
    from sphinx_archdoc.model.inline import Inline
    from sphinx_archdoc.model.values import Ref

STYLES = Vocabulary(
    Term(key="sync", label=mark("Call"), synonyms=("synchronous", "request")),
    Term(key="async", label=mark("Message"), synonyms=("asynchronous", "event")),
    Term(key="reply", label=mark("Reply"), synonyms=("response",)),
    Term(key="both", label=mark("Both ways"), synonyms=("bidirectional", "two way")),
)


@kind(
    "relation",
    title=mark("Relation"),
    family="relation",
    prefix="REL-",
    title_words=("label", "description", "intent"),
)
class Relation(Record):
    """A line from one building block to another; its title says what it is for."""

    source: tuple[Ref, ...] = refs(
        "element",
        help=mark("Where it starts."),
        required=True,
        column=True,
        inverse=mark("Relations out"),
        synonyms=("from",),
    )
    target: tuple[Ref, ...] = refs(
        "element",
        help=mark("Where it ends."),
        required=True,
        column=True,
        inverse=mark("Relations in"),
        synonyms=("to",),
    )
    technology: str = text(
        mark("Protocol or technology."), column=True, synonyms=("protocol", "tech", "via")
    )
    style: Word | None = choice(STYLES, mark("How it is sent."))
    description: Inline = inline(mark("More about it."))
    tags: tuple[str, ...] = tags()
