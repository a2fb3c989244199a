"""``archdoc.json``: all records and relations, written at the end of an HTML build."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx_archdoc.sphinxext.books import is_book
from sphinx_archdoc.sphinxext.collector import paused
from sphinx_archdoc.sphinxext.domain import domain_of
from sphinx_archdoc.sphinxext.written import revisions_shown

if TYPE_CHECKING:
    from sphinx.application import Sphinx


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True)


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write the export and its schema into the output folder (``build-finished``)."""
    if exception is not None or app.builder.format != "html" or is_book(app.builder):
        return
    domain = domain_of(app.env)
    if not domain.config.export:
        return
    target = Path(app.outdir) / "archdoc.json"
    if not domain.pages:
        target.unlink(missing_ok=True)
        return
    if is_current(app, target):
        return
    from sphinx_archdoc.model.checksum import VERSION
    from sphinx_archdoc.model.schema import export

    with paused():
        write_if_changed(target, _dump(export(domain.store)))
    schema = Path(app.outdir) / f"archdoc-{VERSION}.schema.json"
    if not (domain.settled and schema.exists()):
        # It follows from the kinds alone: with others, the folder is a new one to the domain.
        from sphinx_archdoc.model.schema import json_schema

        write_if_changed(schema, _dump(json_schema(domain.registry)))


def is_current(app: Sphinx, target: Path, *, texts: bool = False) -> bool:
    """Tell whether a file that shows the whole model, and perhaps its texts, may stay as it is.

    Lines are no part of the model: a page that was read, for this output or for another one, may
    have moved its records.
    """
    domain, shown = domain_of(app.env), revisions_shown(app)
    if not domain.untouched or not target.exists() or shown is None:
        return False
    facts, read = domain.data["revisions"]
    return shown.facts == facts and (not texts or shown.texts == read)


def _dump(data: dict[str, Any]) -> str:
    """Return JSON with a line for each record and relation: quick to write, good to compare."""
    parts = []
    for name, value in sorted(data.items()):
        if isinstance(value, list) and value:
            text = "[\n" + ",\n".join(map(_ENCODER.encode, value)) + "\n]"
        else:
            text = _ENCODER.encode(value)
        parts.append(f"{_ENCODER.encode(name)}: {text}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def write_if_changed(path: Path, text: str) -> None:
    """Write a file unless it holds the text already."""
    written = text.encode()  # the same bytes on every system
    if not path.exists() or path.read_bytes() != written:
        path.write_bytes(written)
