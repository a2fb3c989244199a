from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.formats.record_items import record_facts
from sphinx_archdoc.kinds import load

KINDS = load()


@pytest.mark.parametrize(
    ("kind", "lead", "rest", "facts"),
    [
        ("cache", "CDN", "Images (24h TTL)", {"title": "CDN", "content": "Images", "ttl": "24h"}),
        ("cache", "CDN:", "Images (TTL: 1 d)", {"title": "CDN", "content": "Images", "ttl": "1 d"}),
        ("cache", "CDN", "Images (5 min)", {"title": "CDN", "content": "Images", "ttl": "5 min"}),
        ("cache", "CDN", "Images (old)", {"title": "CDN", "content": "Images (old)"}),
        ("alert", "", "Error rate > 5%", {"title": "Error rate", "threshold": "> 5%"}),
        ("alert", "", "Slow (> 500ms)", {"title": "Slow", "threshold": "> 500ms"}),
        ("alert", "", "Nobody answers", {"title": "Nobody answers"}),
        ("quality-goal", "", "Load: <2s (p95)", {"title": "Load", "target": "<2s (p95)"}),
        (
            "quality-goal", "RTO", "(Recovery Time Objective): 4 hours",
            {"title": "RTO", "target": "4 hours"},
        ),
        ("constraint", "Budget:", "$5K", {"title": "Budget", "description": "$5K"}),
        ("tech", "Hosting:", "A rack", {"layer": "Hosting", "title": "A rack"}),
        ("tech", "", "Vue: the web", {"title": "Vue", "purpose": "the web"}),
        ("trade-off", "Speed or money", "", {"title": "Speed or money"}),
        ("error-code", "400:", "Bad form", {"id": "400", "title": "Bad form"}),
        ("endpoint", "/health", "Is it up?", {"path": "/health", "description": "Is it up?",
                                              "title": "/health"}),
        ("risk", "", "Frost — Heating", {"title": "Frost", "mitigation": "Heating"}),
        ("risk", "", "Ten - 20 degrees", {"title": "Ten", "mitigation": "20 degrees"}),
        ("quality-goal", "", "10 - 20 users", {"title": "10 - 20 users"}),
        ("quality-goal", "", "✅ Speed: < 1 s",
         {"status": "✅", "title": "Speed", "target": "< 1 s"}),
        ("quality-goal", "", "Speed: 2 s ‚úÖ",
         {"status": "‚úÖ", "title": "Speed", "target": "2 s"}),
        ("alert", "", "✅ Speed", {"title": "✅ Speed"}),
        ("quality-goal", "", "1TB data", {"title": "data", "target": "1TB data"}),
        ("quality-goal", "", "10,000 concurrent users",
         {"title": "concurrent users", "target": "10,000 concurrent users"}),
    ],
)  # fmt: skip
def test_facts_of_an_item(kind: str, lead: str, rest: str, facts: dict[str, str]) -> None:
    assert record_facts(KINDS[kind], lead, rest) == facts


texts = st.text() | st.text("ab (:)<>5%24h TTL")


@given(st.sampled_from([kind.name for kind in KINDS]), texts, texts)
def test_reading_never_raises_and_names_fields(kind: str, lead: str, rest: str) -> None:
    found = record_facts(KINDS[kind], lead, rest)
    assert "title" in found
    assert all(name in ("id", "title") or KINDS[kind].field(name) for name in found)
