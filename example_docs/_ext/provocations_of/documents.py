"""What a document holds: risks, goals, sums, and what its template left."""

from __future__ import annotations

from provocations_of.one import Provocation

FOUND: dict[str, Provocation] = {
    "risk": Provocation(
        "page.rst",
        """\
.. risk:: Frost on the way
   :id: R-1
   :impact: high
   :likelihood: high
   :owner: Ann

   Plants freeze.
""",
        conf={"archdoc_rules": {"risk-open": "warning"}},
    ),
    "total": Provocation(
        "page.md",
        """\
:::{estimate-table}

| Component | Development | Test     | Total      |
|-----------|-------------|----------|------------|
| Login     | 8-10 days   | 3-5 days | 13-17 days |
:::
""",
    ),
    "goal": Provocation(
        "page.md",
        """\
:::{goal-table}

| Goal          | Target         | Measured | Status |
|---------------|----------------|----------|--------|
| Response time | < 200 ms (p95) | 240 ms   | ✅ Met |
:::
""",
    ),
    "coverage": Provocation(
        "page.rst",
        """\
.. app:: shop

.. risk:: Frost on the way
   :id: R-1

   Plants freeze.

.. record-matrix::
   :rows: risk
   :columns: element
   :threshold: 100 %
""",
    ),
    "resilience": Provocation(
        "page.md",
        """\
:::{integration} Payment
:type: REST
:timeout: 10 s

Charges cards.
:::
""",
    ),
    "placeholder": Provocation("page.md", "**Owner:** [Team name]\n"),
    "damaged": Provocation("page.md", "Availability: ‚úÖ Met\n"),
    "overdue": Provocation(
        "page.md",
        """\
:::{question-list}
- [ ] How long do we keep orders? (Legal, due 2026-02-01)
:::
""",
        conf={"archdoc_rules": {"overdue": "warning"}},
    ),
}
