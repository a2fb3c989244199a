"""What checks depend on beside the model: their settings, the day, pages, other projects."""

from __future__ import annotations

import zlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sphinx_archdoc.sphinxext.elsewhere import external_ids

if TYPE_CHECKING:
    from sphinx_archdoc.sphinxext.domain import ArchDomain


def today() -> str:
    """Return the day, as rules about time see it."""
    return datetime.now(UTC).date().isoformat()


def circumstances(domain: ArchDomain) -> int:
    """Return a number that stays as long as checks say the same of the same model; never 0."""
    config = domain.config
    # In their order: of several entries that fit a rule, the last one counts.
    settings = ([*config.rules.items()], config.waivers, config.stale_days)
    elsewhere = sorted(external_ids(domain.env))
    seen = (settings, today(), sorted(domain.env.found_docs), elsewhere)
    return zlib.crc32(repr(seen).encode(errors="surrogatepass")) or 1
