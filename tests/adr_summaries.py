"""Bodies of decisions, and the one sentence that stands for each in lists."""

from __future__ import annotations

SUMMARIES = [
    ("## Status\n\nAccepted\n\n## Decisions\n\nWe use rye. It lasts.", "We use rye."),
    ('## Decision Outcome\n\nChosen option: "Rye", because\n\n* it lasts\n* it grows', "Rye"),
    ("## Decision Outcome\n\nChosen option: **Rye** because of:\n\n1. price", "Rye"),
    ("## Decision\n\nGewählte Option: „Roggen“, weil\n\n- er hält", "Roggen"),
    ('## Decision\n\nChosen option: "Rye", because it lasts. More.', "Rye, because it lasts."),
    ("## Decision\n\nChosen option: “Rye”, because it lasts.", "Rye, because it lasts."),
    ("## Decision\n\nWe do two things:\n\n* bake rye\n  * at night\n* sell it\n\nThen rest.",
     "We do two things: bake rye; sell it"),
    ("## Decision\n\nWe do this:\n\n```\ncode\n```\n", "We do this"),
    ("**Decision.** We bake rye. It lasts.", "We bake rye."),
    ("## Notes\n\nWe met.\n\n**Decision:** Bake rye.", "Bake rye."),
    ("Status: accepted\n\n## Context\n\nClients differ a lot.", ""),
    ("Status: RESOLVED\nDate: 2020-05-04\nSee: the wiki\n\n## Context\n\nBread is short.", ""),
    ("statut : proposé\n\n## Contexte\n\nLe pain manque ici.", ""),
    ("Superseded by [rye](0001-rye.md)\n\n## Context\n\nBread is short.", ""),
    ("Status: accepted\n\nWe bake rye bread. It lasts.\n\n## Context\n\nx", "We bake rye bread."),
]  # fmt: skip
