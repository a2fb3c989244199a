"""What a provocation is."""

from __future__ import annotations

from typing import Any, NamedTuple


class Provocation(NamedTuple):
    """A page that provokes a warning.

    file    name of the page
    source  its text, without a title line
    conf    configuration values it needs
    more    other files it needs, by name
    """

    file: str
    source: str
    conf: dict[str, Any] = {}  # noqa: RUF012 -- never changed
    more: dict[str, str] = {}  # noqa: RUF012
