"""Retention of data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.fields import amount, inline, owner, refs, tags, text
from sphinx_archdoc.model.kind import Record, kind, listed, mark

if TYPE_CHECKING:
    from sphinx_archdoc.model.inline import Inline
    from sphinx_archdoc.model.quantities import Amount
    from sphinx_archdoc.model.values import Ref


@kind(
    "retention",
    title=mark("Retention rule"),
    prefix="RET-",
    prefixed=True,
    rest="retention",
    title_words=listed(
        "data type, data, data category, data class, data set, datenart, daten, "
        "datenkategorie, type de données, tipo de datos"
    ),
)
class Retention(Record):
    """How long a kind of data is kept, and what happens to it then."""

    retention: Amount | None = amount(
        mark("How long it is kept: `30 days`, `1 year`, `indefinite`."),
        column=True,
        synonyms=listed(
            "retention period, retention time, kept for, duration, period, lifetime, "
            "aufbewahrung, aufbewahrungsfrist, durée de conservation, retención"
        ),
    )
    archival: Inline = inline(
        mark("What happens to it then."),
        column=True,
        synonyms=listed(
            "archival strategy, archive, archiving, archiving strategy, disposal, deletion, "
            "afterwards, action, archivierung, löschung, archivage, archivado"
        ),
    )
    storage: str = text(
        mark("Where it is kept."),
        synonyms=listed("location, stored in, storage class, speicherort"),
    )
    reason: Inline = inline(
        mark("The law or need behind it."),
        synonyms=listed("legal basis, basis, rationale, rechtsgrundlage, base légale, base legal"),
    )
    owner: tuple[str, ...] = owner()
    tags: tuple[str, ...] = tags()
    applies_to: tuple[Ref, ...] = refs(
        "entity",
        "datastore",
        help=mark("Entities and data stores it holds for."),
        inverse=mark("Retention rules"),
        synonyms=listed("entities, entity, data store, data stores"),
    )
