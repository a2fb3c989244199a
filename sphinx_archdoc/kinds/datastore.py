"""Data stores."""

from __future__ import annotations

from sphinx_archdoc.kinds._element import Element
from sphinx_archdoc.model.kind import kind, mark


@kind(
    "datastore",
    title=mark("Data store"),
    plural=mark("Data stores"),
    family="element",
    argument="id",
    type_words=("database", "datenbank", "base de données", "base de datos"),
    notation="container",
    role_css="store",
    shape="cylinder",
)
class Datastore(Element):
    """A database, bucket or cache inside a system: something that keeps data (C4: container)."""
