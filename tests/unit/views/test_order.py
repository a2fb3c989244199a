"""A picture does not depend on the order or the pages in which its records are written."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest
from storing import rec, store_of, to

from sphinx_archdoc.diagrams.timeline.data import Timeline
from sphinx_archdoc.views.adr_timeline import AdrTimelineRequest
from sphinx_archdoc.views.c4 import C4Request
from sphinx_archdoc.views.computing import Context, compute
from sphinx_archdoc.views.dependencies import DependencyRequest
from sphinx_archdoc.views.roadmap import RoadmapRequest

MILESTONES: dict[str, dict[str, Any]] = {
    "M-2": {"start": "2026-01", "end": "2026-03", "tags": ("web",)},
    "M-10": {"start": "2026-01", "end": "2026-03", "depends_on": to("M-2", "m-2")},
    "m-2": {"start": "2026-01", "end": "2026-03", "tags": ("Web",)},
    "later": {},
    "Later": {},
}
RECORDS: dict[str, list[tuple[str, str, dict[str, Any]]]] = {
    "milestones": [("milestone", id_, values) for id_, values in MILESTONES.items()],
    "decisions": [
        ("adr", "ADR-2", {"date": "2026-01-02"}),
        ("adr", "ADR-10", {"date": "2026-01-02"}),
        ("adr", "adr-2", {"date": "2026-01-02", "supersedes": to("ADR-2")}),
        ("adr", "ADR-3", {}),
    ],
    "blocks": [
        ("system", "shop", {}),
        ("app", "shop.web", {}),
        ("app", "shop.api", {}),
        ("datastore", "shop.db", {}),
    ],
}
REQUESTS = [
    ("milestones", RoadmapRequest()),
    ("milestones", RoadmapRequest(group="tags")),
    ("decisions", AdrTimelineRequest()),
    ("decisions", DependencyRequest()),
    ("blocks", C4Request(level="container", scope="shop")),
]


@pytest.mark.parametrize(("records", "request_"), REQUESTS)
def test_order_and_pages_make_no_difference(records: str, request_: Any) -> None:
    seen = set()
    for number, order in enumerate(permutations(RECORDS[records])):
        written = [
            rec(kind, id_, f"Title of {id_}", f"page{(at + number) % 3}", at + 1, **values)
            for at, (kind, id_, values) in enumerate(order)
        ]
        data, _ = compute(store_of(*written), request_, Context())
        seen.add(repr(data))
    assert len(seen) == 1


def test_bars_of_one_time_follow_their_numbers() -> None:
    written = [rec("milestone", id_, id_, **values) for id_, values in MILESTONES.items()]
    data, _ = compute(store_of(*written), RoadmapRequest(), Context())
    assert isinstance(data, Timeline)
    assert [bar.id for bar in data.bars] == ["M-2", "m-2", "M-10"]
    assert [entry.id for entry in data.undated] == ["Later", "later"]
