"""The words that totals have; apart from the sums, because every page is searched for them."""

from __future__ import annotations

import re

#: Words that head a row of totals.
TOTALS = (
    "total", "totals", "grand total", "sum", "summe", "gesamt", "gesamtsumme", "overall", "somme",
    "total général", "suma", "total general", "total effort", "total estimate", "overall total",
    "total overall", "gesamtaufwand",
)  # fmt: skip

#: A page without any of these words in a cell has no totals.
_MAY_TOTAL = re.compile(
    rf"[|+\s*_\"',-](?:{'|'.join(map(re.escape, TOTALS))}|sub-?total)s?\b", re.IGNORECASE
)


def may_have_totals(text: str) -> bool:
    """Tell whether the source of a page may have a table with totals."""
    return _MAY_TOTAL.search(text) is not None
