"""A mistyped directive or role of ours: docutils and MyST say it is unknown, we say what it is."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from sphinx_archdoc.sphinxext.directives import directive_classes, role_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx.application import Sphinx

    from sphinx_archdoc.model.kind import Registry

#: How docutils and MyST call what they do not know, up to the end of the sentence.
_UNKNOWN = re.compile(
    r"\AUnknown (?:(?P<directive>directive type)|interpreted text role):? "
    r"(?P<quote>[\"'])(?P<name>[^\"'\n]+)(?P=quote)\.?(?=\s|\Z)"
)
#: Nearer than elsewhere: most unknown directives belong to an extension that is not loaded.
_NEAR = 0.8


def offer(app: Sphinx) -> None:
    """Add "did you mean …?" to what is said of unknown directives (``builder-inited``)."""
    from sphinx_archdoc.sphinxext.setup import project_kinds

    near = _NearName(
        with_other_words(directive_classes(app.config), project_kinds(app.config)),
        with_other_words(role_names(app.config), project_kinds(app.config)),
    )
    # The handlers are those of this build; the loggers are everybody's.
    for handler in logging.getLogger("sphinx").handlers:
        handler.addFilter(near)


def with_other_words(names: Iterable[str], registry: Registry) -> dict[str, str]:
    """Return names by the words people may write for them: themselves, titles and families."""
    known = dict.fromkeys(names)
    found = {name: name for name in known}
    for kind in registry:
        for word in (kind.title.lower().replace(" ", "-"), kind.family):
            for ending in ("", "s", "-table", "-list"):
                meant = f"{kind.name}{ending.removesuffix('s')}"
                if meant in known and word not in {"other", "element"}:
                    found.setdefault(f"{word}{ending}", meant)
    return found


class _NearName(logging.Filter):
    """Lets every record pass; those about a name near to one of ours then name it."""

    def __init__(self, directives: Mapping[str, str], roles: Mapping[str, str]) -> None:
        super().__init__()
        self._directives, self._roles = directives, roles

    def filter(self, record: logging.LogRecord) -> bool:
        """Change the message where there is a name to offer."""
        if isinstance(record.msg, str) and (found := _UNKNOWN.match(record.msg)):
            from sphinx_archdoc.model.findings import nearest

            names = self._directives if found["directive"] else self._roles
            domain, _, word = found["name"].rpartition(":")
            near = nearest(word, names, cutoff=_NEAR) if domain in ("", "arch") else ""
            if near:
                meant = f"{domain}:{names[near]}" if domain else names[near]
                said = found[0].rstrip(".")
                record.msg = f"{said}; did you mean {meant!r}?{record.msg[found.end() :]}"
        return True
