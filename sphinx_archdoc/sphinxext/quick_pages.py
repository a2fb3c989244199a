"""Reading for a check alone: pages that are nothing but a decision are read without parsing them.

A build needs the nodes of every page; a check needs its records. Of a page that is a decision as it
is, and holds no directive and no role of ours, the reader of decisions says the same in a tenth of
the time. Only `archdoc check` and its like ask for this; a page left out here is read by Sphinx.
"""

from __future__ import annotations

import dataclasses
import time
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_archdoc.formats.adr_page import decode
from sphinx_archdoc.formats.adr_plain import is_plain
from sphinx_archdoc.formats.adr_record import record_of
from sphinx_archdoc.sphinxext.adoption import LARGEST, adopt, is_candidate
from sphinx_archdoc.sphinxext.domain import domain_of
from sphinx_archdoc.sphinxext.kept import Kept, Stored
from sphinx_archdoc.sphinxext.page_records import tell_problems

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

#: Settings that put text into every page, or give text without a role a meaning.
_ADD_TEXT = ("rst_prolog", "rst_epilog", "default_role", "myst_substitutions")


def read_quickly(app: Sphinx) -> None:
    """Read the pages of a project without parsing them, where that says the same."""
    # Before our own look at pages that are adopted anew, which may add some again.
    app.connect("env-get-outdated", _unchanged, priority=100)
    app.connect("env-before-read-docs", _take)


def _unchanged(
    app: Sphinx,
    env: BuildEnvironment,
    added: AbstractSet[str],
    changed: set[str],
    removed: AbstractSet[str],
) -> list[str]:
    """Keep pages from being read again only because they have no nodes (``env-get-outdated``)."""
    known: dict[str, tuple[int, int]] = domain_of(env).data["unparsed"]
    changed -= {name for name in changed & known.keys() if _stamp(env, name) == known[name]}
    return []


def _take(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Read what can be read quickly, and leave the others to Sphinx (``env-before-read-docs``)."""
    if any(app.config.values.get(name) and app.config[name] for name in _ADD_TEXT) or any(
        not listener.handler.__module__.startswith("sphinx_archdoc.")
        for listener in app.events.listeners.get("source-read", ())
    ):
        return
    left = [name for name in docnames if name == app.config.root_doc or not _read(env, name)]
    docnames[:] = left


def _read(env: BuildEnvironment, docname: str) -> bool:
    """Read a page if it is nothing but a decision; tell whether it was."""
    if not is_candidate(env, docname) or not _is_plain(env, docname):
        return False
    stamp = _stamp(env, docname)
    env.events.emit("env-purge-doc", env, docname)
    env.clear_doc(docname)
    domain = domain_of(env)
    adopted = adopt(env, docname)
    if adopted is None:
        return False
    kind = domain.registry["adr"]
    id_, adr = adopted
    record, problems = record_of(adr, id_, kind, domain.reading)
    # A page whose title is no heading, or too long, is told so when it is parsed.
    if adr.title.where != "heading" or len(record.title) > domain.config.max_title:
        return False
    record = dataclasses.replace(record, at=record.at._replace(docname=docname))
    env.current_document.docname = docname
    tell_problems(env, kind, id_, problems, record.at)
    env.current_document.docname = ""
    domain.keep(docname, Kept((Stored(kind.pack(record)),), (), ()))
    domain.data["unparsed"][docname] = stamp
    env.all_docs[docname] = time.time_ns() // 1_000
    return True


def _is_plain(env: BuildEnvironment, docname: str) -> bool:
    file = Path(env.doc2path(docname))
    try:
        data = file.read_bytes()
    except OSError:
        return False
    if len(data) > LARGEST or b"\0" in data:
        return False
    try:
        text = decode(data)[0] if data.isascii() else data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False  # its bytes have to be guessed, and that is told
    return is_plain(text, str(file))


def _stamp(env: BuildEnvironment, docname: str) -> tuple[int, int]:
    try:
        found = Path(env.doc2path(docname)).stat()
    except OSError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size)
