"""All decision files of a project by name: their ids, and what a reference leads to."""

from __future__ import annotations

import posixpath
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from sphinx_archdoc.formats.adr_names import full_id, id_of
from sphinx_archdoc.formats.collecting import safe_id
from sphinx_archdoc.model.file_names import Named, named, suffix_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx_archdoc.formats.adr_targets import Mention


class Found(NamedTuple):
    """What a reference leads to: an id, whether such a record exists, and rivals if several do."""

    id: str
    exists: bool
    rivals: tuple[str, ...] = ()


class Index:
    """The records of a project, known by their paths alone.

    ``stated`` are ids that records give themselves; ``labels`` maps reST labels to paths.
    """

    def __init__(
        self,
        paths: Iterable[str],
        prefix: str = "ADR-",
        *,
        stated: Mapping[str, str] | None = None,
        labels: Mapping[str, str] | None = None,
    ) -> None:
        self._prefix = prefix
        self._named = {path: named(path) for path in sorted(paths)}
        self._labels = labels or {}
        self.ids = self._make_ids(stated or {})
        self._by_stem: dict[str, list[str]] = defaultdict(list)
        self._by_number: dict[int, list[str]] = defaultdict(list)
        self._plain = {_plain_path(path): path for path in self._named}
        for path, name in self._named.items():
            self._by_stem[name.stem.lower()].append(path)
            if name.number is not None:
                self._by_number[name.number].append(path)

    def __contains__(self, path: object) -> bool:
        return path in self._named

    def name(self, path: str) -> Named:
        """Return what the name of a record's file says."""
        return self._named.get(path) or named(path)

    def _make_ids(self, stated: Mapping[str, str]) -> dict[str, str]:
        """Give each record the shortest id that no other has: number, then name, then path."""
        made: dict[str, str] = dict(stated)
        left = [path for path in self._named if path not in made]
        for way in (self._short, self._full, _from_path):
            wanted = {path: way(path) for path in left}
            counts = Counter(id_.lower() for id_ in (*wanted.values(), *made.values()))
            made.update((path, id_) for path, id_ in wanted.items() if counts[id_.lower()] == 1)
            left = [path for path in left if path not in made]
        for number, path in enumerate(left, start=1):  # paths that differ in what no id can hold
            made[path] = f"{_from_path(path)}-{number}"
        return made

    def _short(self, path: str) -> str:
        return id_of(self._named[path], self._prefix)

    def _full(self, path: str) -> str:
        return full_id(self._named[path], self._prefix)

    def resolve(self, mention: Mention, at: str) -> Found | None:
        """Return what a reference in the file ``at`` leads to; None if to no record at all."""
        if mention.label:
            path = self._labels.get(mention.label.lower()) or self._labels.get(mention.label)
            return Found(self.ids[path], True) if path in self.ids else None
        if mention.number:
            return self._numbered(mention.number, at)
        return self._linked(mention.path, at)

    def _numbered(self, digits: str, at: str) -> Found:
        paths = self._by_number.get(int(digits), [])
        same = [path for path in paths if self._named[path].digits == digits]
        return self._chosen(same or paths, at) or Found(f"{self._prefix}{digits}", False)

    def _linked(self, to: str, at: str) -> Found | None:
        target = unquote(to.partition("#")[0].partition("?")[0])
        if not target:
            return None
        if "://" not in target:
            folder = "" if target.startswith("/") else _folder(at)
            joined = posixpath.normpath(posixpath.join(folder, target.lstrip("/")))
            path = self._plain.get(_plain_path(joined))
            if path is not None:
                return Found(self.ids[path], True)
        stem = named(_plain_path(target)).stem
        found = self._chosen(self._by_stem.get(stem.lower(), []), at)
        if found is not None or "://" in target:
            return found
        name = named(target)
        if name.digits and _folder(target) in ("", ".") and (suffix_of(target) or "." not in stem):
            return Found(id_of(name, self._prefix), False)
        if name.date is not None and _folder(target) in ("", "."):
            return Found(safe_id(stem), False)
        return None

    def _chosen(self, paths: list[str], at: str) -> Found | None:
        """Return the only one, or the only one in the same folder; else say which there are."""
        if not paths:
            return None
        others = [path for path in paths if path != at] or paths
        near = [path for path in others if _folder(path) == _folder(at)] or others
        ids = tuple(self.ids[path] for path in near)
        return Found(ids[0], True, ids if len(ids) > 1 else ())


def _from_path(path: str) -> str:
    return safe_id(_plain_path(path).replace("/", "-"))


def _folder(path: str) -> str:
    return posixpath.dirname(path)


def _plain_path(path: str) -> str:
    """Return a path without its ending, and of ``0001-x/README.md`` the folder."""
    suffix = suffix_of(path) or next(
        (ending for ending in (".html", ".htm", ".adoc", ".mdx") if path.endswith(ending)), ""
    )
    bare = path[: len(path) - len(suffix)] if suffix else path
    folder, _, name = bare.rpartition("/")
    return folder if name.lower() in ("readme", "index") and folder else bare.rstrip("/")
