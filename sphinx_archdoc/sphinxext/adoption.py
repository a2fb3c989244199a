"""Decision records that a project has already: pages adopted where they are, as they are.

Which pages they are, their ids and what their references lead to follows from the names of all of
them, so pages are read again when files come or go that change any of it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.formats.adr_folder import labels_in, stated_id
from sphinx_archdoc.formats.adr_index import Index
from sphinx_archdoc.formats.adr_names import skipped_by_name
from sphinx_archdoc.formats.adr_page import decode
from sphinx_archdoc.formats.adr_reader import Reader
from sphinx_archdoc.sphinxext.domain import domain_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_archdoc.formats.adr_index import Found
    from sphinx_archdoc.formats.adr_reader import Adr
    from sphinx_archdoc.formats.adr_targets import Mention

#: Larger files are not read: a decision is a page.
LARGEST = 2_000_000


class AdoptedPage(NamedTuple):
    """What is kept of an adopted page: its id, and what each of its references led to."""

    path: str
    id: str
    seen: tuple[tuple[Mention, Found | None], ...]


class _Watched(Index):
    """An index that remembers what it was asked for."""

    @classmethod
    def over(cls, index: Index) -> _Watched:
        """Return an index with the records of another one."""
        made = cls.__new__(cls)
        made.__dict__ = index.__dict__ | {"seen": []}
        return made

    seen: list[tuple[Mention, Found | None]]

    def resolve(self, mention: Mention, at: str) -> Found | None:
        """Return what the index says, and keep question and answer."""
        found = super().resolve(mention, at)
        # Where it stands in the text does not matter later.
        self.seen.append((mention._replace(start=0, end=0), found))
        return found


def is_candidate(env: BuildEnvironment, docname: str) -> bool:
    """Tell whether a page may be a decision by its place and name."""
    kept = domain_of(env).config.keeps_decisions(docname)
    return kept and not skipped_by_name(_path(env, docname))


def adopt(env: BuildEnvironment, docname: str) -> tuple[str, Adr] | None:
    """Read the file of a page as a decision; return id and record, or None if it is none."""
    path = _path(env, docname)
    text = _text(env, path)
    domain = domain_of(env)
    index = _Watched.over(index_of(env))
    if text is None or path not in index:
        return None
    adr = Reader(domain.registry["adr"], index, domain.reading).read(text, path)
    if adr.skipped:
        return None
    id_ = index.ids[path]
    domain.data["adopted"][docname] = AdoptedPage(path, id_, tuple(dict.fromkeys(index.seen)))
    return id_, adr


def index_of(env: BuildEnvironment) -> Index:
    """Return the index of all candidates; made once for each reading of a project."""
    domain = domain_of(env)
    if domain.adr_index is None:
        candidates = sorted(_path(env, name) for name in env.found_docs if is_candidate(env, name))
        stated: dict[str, str] = {}
        labels: dict[str, str] = {}
        taken: set[str] = set()
        for path in candidates:
            own, defined = _scanned(env, path)
            if own and own not in taken:
                stated[path] = own
                taken.add(own)
            for label in defined:
                labels.setdefault(label, path)
        prefix = domain.registry["adr"].prefix
        domain.adr_index = Index(candidates, prefix, stated=stated, labels=labels)
    return domain.adr_index


def _scanned(env: BuildEnvironment, path: str) -> tuple[str, tuple[str, ...]]:
    """Return the id that a file states and the labels it defines; known as long as it stays."""
    known = domain_of(env).data["adr_scans"]
    try:
        when = (Path(env.srcdir) / path).stat().st_mtime_ns
    except OSError:
        return "", ()
    if path not in known or known[path][0] != when:
        text = _text(env, path) or ""
        known[path] = (when, stated_id(text), tuple(labels_in(text, path)))
    own, labels = known[path][1:]
    return own, labels


def outdated(
    app: Sphinx,
    env: BuildEnvironment,
    added: AbstractSet[str],
    changed: AbstractSet[str],
    removed: AbstractSet[str],
) -> Iterable[str]:
    """Return pages whose id or references are others now (``env-get-outdated``)."""
    domain = domain_of(env)
    domain.adr_index = None
    known: dict[str, AdoptedPage] = domain.data["adopted"]
    left = {name: page for name, page in known.items() if name not in removed}
    if not left:
        return []
    index = index_of(env)
    return [
        docname
        for docname, page in sorted(left.items())
        if docname not in added
        and docname not in changed
        and (
            index.ids.get(page.path) != page.id
            or any(index.resolve(mention, page.path) != found for mention, found in page.seen)
        )
    ]


def _path(env: BuildEnvironment, docname: str) -> str:
    return str(env.doc2path(docname, base=False)).replace("\\", "/")


def _text(env: BuildEnvironment, path: str) -> str | None:
    file = Path(env.srcdir) / path
    try:
        return decode(file.read_bytes())[0] if file.stat().st_size <= LARGEST else None
    except OSError:
        return None
