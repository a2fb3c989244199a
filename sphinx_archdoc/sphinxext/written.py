"""Which outputs are written as the environment knows them.

In a file and not in the environment, which Sphinx stores before it writes pages: after Ctrl-C it
would claim pages that were never written.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_archdoc.sphinxext.domain import domain_of
from sphinx_archdoc.sphinxext.kept import Revisions

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_FILE = "archdoc-written.json"
_INDEX = " index"
_CLEAN = "clean"
_REVISIONS = tuple(f" {name}" for name in Revisions._fields)


def written(app: Sphinx) -> dict[str, int]:
    """Return the generation of the model that each output shows; other things for other keys."""
    try:
        found = json.loads(_path(app).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def confirm(app: Sphinx, exception: Exception | None) -> None:
    """Note that all pages are written (``build-finished``, last of what looks at changes)."""
    if exception is not None:
        return
    domain = domain_of(app.env)
    domain.end_build()
    key, now = key_of(app), written(app)
    digests = domain.digests.get(key)
    if digests is None:
        return
    # What the folder showed with other settings is gone.
    output = key.rpartition(":")[0]
    kept = {name: shown for name, shown in now.items() if not name.startswith(f"{output}:")}
    revisions = zip(_REVISIONS, domain.data["revisions"], strict=True)
    new = kept | {key: digests.generation, key + _INDEX: 1}
    new |= {key + name: number for name, number in revisions}
    if new != now:
        _path(app).write_text(json.dumps(new), encoding="utf-8")


def next_revision(app: Sphinx, number: int) -> int:
    """Return a number that no output has been written with, nor has the environment.

    Sphinx does not always store an environment: what it has counted may be lost.
    """
    known = [n for name, n in written(app).items() if name.endswith(_REVISIONS)]
    return max([number, *known]) + 1


def revisions_shown(app: Sphinx) -> Revisions | None:
    """Return what the files of this output show that are made of all pages; None: nothing known."""
    now = written(app)
    found = [now.get(key_of(app) + name) for name in _REVISIONS]
    return Revisions(*found) if None not in found else None  # type: ignore[arg-type] # no None


def forget(app: Sphinx) -> None:
    """Forget what earlier environments have written and checked."""
    _path(app).unlink(missing_ok=True)


def index_is_written(app: Sphinx) -> bool:
    """Tell whether the general index showed all entries when the last build ended."""
    return key_of(app) + _INDEX in written(app)


def index_is_stale(app: Sphinx) -> None:
    """Note that the general index of every output must be written, when its builder comes to it."""
    now = written(app)
    kept = {key: value for key, value in now.items() if not key.endswith(_INDEX)}
    if kept != now:
        _path(app).write_text(json.dumps(kept), encoding="utf-8")


def is_clean(app: Sphinx, state: int) -> bool:
    """Tell whether the checks found nothing when the model was last in this state."""
    return written(app).get(_CLEAN) == state


def note_clean(app: Sphinx, state: int) -> None:
    """Note that the checks find nothing in this state of the model."""
    now = written(app)
    if now.get(_CLEAN) != state:
        _path(app).write_text(json.dumps(now | {_CLEAN: state}), encoding="utf-8")


def key_of(app: Sphinx) -> str:
    """Return the name of an output: the builder, its folder, and the settings that shape it."""
    domain = domain_of(app.env)
    if not domain.output:
        folder = _relative(str(app.outdir), str(app.doctreedir))
        domain.output = f"{app.builder.name}:{folder}:{_settings(app)}"
    return domain.output


def _settings(app: Sphinx) -> str:
    """Return a hash of the configuration and tags: with others, Sphinx writes all pages again."""
    # A function's address says nothing and differs in every run.
    shown = ((item.name, _stable(item.value)) for item in app.config.filter({"html", "env"}))
    values = sorted((name, value) for name, value in shown if " at 0x" not in value)
    return hashlib.blake2b(repr((values, sorted(app.tags))).encode(), digest_size=6).hexdigest()


def _stable(value: object) -> str:
    """Return the same text for a value in every process: sets have another order in each."""
    if isinstance(value, AbstractSet):
        return f"{{{', '.join(sorted(map(_stable, value)))}}}"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{_stable(k)}: {_stable(v)}' for k, v in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_stable, value))}]"
    return repr(value)


def _path(app: Sphinx) -> Path:
    return Path(app.doctreedir) / _FILE


def _relative(path: str, start: str) -> str:
    try:
        return os.path.relpath(path, start)
    except ValueError:  # another drive on Windows
        return path
