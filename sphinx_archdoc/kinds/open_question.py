"""Open questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.fields import choice, date, inline, owner, refs, tags
from sphinx_archdoc.model.kind import Record, kind, mark
from sphinx_archdoc.model.words import Term, Vocabulary, Word

if TYPE_CHECKING:
    from sphinx_archdoc.model.inline import Inline
    from sphinx_archdoc.model.values import Ref, When

STATUS = Vocabulary(
    Term(
        key="open",
        label=mark("Open"),
        synonyms=(
            "new",
            "to do",
            "todo",
            "unanswered",
            "in progress",
            "offen",
            "ouvert",
            "abierta",
        ),
        tone="info",
    ),
    Term(
        key="answered",
        label=mark("Answered"),
        synonyms=("done", "closed", "resolved", "decided", "✅", "beantwortet", "répondu"),
        tone="ok",
    ),
    Term(
        key="dropped",
        label=mark("Dropped"),
        synonyms=("obsolete", "cancelled", "canceled", "not applicable", "verworfen"),
        tone="mute",
    ),
)


@kind(
    "open-question",
    title=mark("Open question"),
    prefix="OQ-",
    title_words=("question", "topic", "action", "action item", "task", "frage", "pregunta"),
    standing="standing:of_question",
)
class OpenQuestion(Record):
    """Something that has to be found out or done: by whom, until when, and the answer."""

    owner: tuple[str, ...] = owner(column=True)
    due: When | None = date(
        mark("When it has to be answered."),
        column=True,
        synonyms=("until", "by", "deadline", "due date", "fällig", "bis", "échéance"),
    )
    status: Word | None = choice(
        STATUS,
        mark("Open or answered; without it, answered once there is an answer."),
        column=True,
        synonyms=("state",),
    )
    answer: Inline = inline(
        mark("What was found out."), column=True, synonyms=("result", "outcome", "antwort")
    )
    answered_by: tuple[Ref, ...] = refs(
        help=mark("The decision or other record that answers it."),
        column=True,
        inverse=mark("Answers"),
        synonyms=("decided by", "decided in", "resolved by", "see", "decision", "adr"),
    )
    tags: tuple[str, ...] = tags()
    affects: tuple[Ref, ...] = refs(
        "element",
        help=mark("Building blocks it is about."),
        inverse=mark("Open questions"),
        synonyms=("component", "components", "applies to"),
    )
