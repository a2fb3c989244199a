"""The list of decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.cli.refused import Refused
from sphinx_archdoc.cli.speaking import translate
from sphinx_archdoc.model.lifecycle import effective_status

if TYPE_CHECKING:
    from sphinx_archdoc.cli.project import Project


def rows(
    project: Project, status: str | None = None, tag: str | None = None
) -> list[dict[str, str]]:
    """Return a row for each decision, by id; ``status`` and ``tag`` choose among them.

    The status is the one that holds: superseded once a successor is in force.

    :raises Refused: no decision can have this status, and none has it.
    """
    found = []
    term = project.statuses.exactly(status) if status else None
    wanted = (term.key if term else status or "").casefold()
    known = term is not None
    for record in project.store.of("decision"):
        word = effective_status(project.store, record)
        tags = getattr(record, "tags", ())
        key = word.key or word.text if word else ""
        known |= key.casefold() == wanted
        if (wanted and wanted != key.casefold()) or (tag and tag not in tags):
            continue
        date = getattr(record, "date", None)
        found.append(
            {
                "id": record.id,
                "status": key,
                "date": (date.iso or date.text) if date else "",
                "title": record.title,
                "file": project.path_of(record),
                "tags": ", ".join(tags),
                "summary": record.summary,
            }
        )
    if wanted and not known:
        allowed = ", ".join(project.statuses.words())
        said = translate("{word!r} is no status; allowed: {words}")
        raise Refused(said.format(word=status, words=allowed))
    return found
