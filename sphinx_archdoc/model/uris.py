"""Which addresses a link may lead to."""

from __future__ import annotations

import re

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_ALLOWED = ("http:", "https:", "mailto:")
_IGNORED_BY_BROWSERS = re.compile(r"[\x00-\x20\x7f-\x9f]")


def safe_uri(uri: str) -> bool:
    """Say whether a link may be shown: http, https, mailto, or relative."""
    scheme = _SCHEME.match(_IGNORED_BY_BROWSERS.sub("", uri))
    return scheme is None or scheme[0].lower() in _ALLOWED


def is_relative(uri: str) -> bool:
    """Say whether an address names no scheme."""
    return _SCHEME.match(uri) is None
