"""A small project that uses everything: the same in reST and in MyST."""

from __future__ import annotations

MODEL = """\
person   customer "Customer"
system   shop     "Web shop"
  app       web "Web app"  [Next.js]       : Catalogue and checkout
  app       api "API"      [FastAPI]       : Orders and payments
  datastore db  "Database" [PostgreSQL 16] : Orders and users
external stripe "Stripe"
customer -> shop.web : Browses and buys [HTTPS]
shop.web -> shop.api : Calls [JSON/HTTPS]
shop.api -> shop.db  : Reads and writes orders [SQL]
shop.api -> stripe   : Charges cards [HTTPS]
"""


def indented(text: str) -> str:
    """Return the text three blanks to the right, as reST wants the content of a directive."""
    return "".join(
        f"   {line}" if line.strip() else line for line in text.splitlines(keepends=True)
    )


def pages() -> dict[str, str]:
    """Return the pages of the project in reST, without an index."""
    return {
        "model.rst": f"""\
Model
=====

.. c4-model::

{indented(MODEL)}
.. app:: shop.api
   :owner: Backend

   Takes orders. Decided in :adr:`ADR-2`.

.. c4-context:: shop

.. c4-container:: shop
   :name: containers
""",
        "one.rst": """\
First decisions
===============

.. adr:: Use MongoDB for orders
   :id: ADR-1
   :status: accepted
   :date: 2025-11-02
   :affects: shop.db

   Context
     Orders vary.
   Decision
     Use MongoDB.

.. adr:: Use PostgreSQL for orders
   :id: ADR-2
   :status: accepted
   :date: 2026-01-20
   :deciders: Ana, Bo
   :supersedes: ADR-1
   :affects: shop.db, shop.api

   Context
     Reports need joins, see :risk:`R-1`.
   Decision
     Use PostgreSQL 16.
   Considered options
     PostgreSQL
       + Transactions

       - One writer
     MongoDB
       + Easy sharding
   Consequences
     Positive
       - Reliable transactions
     Mitigation
       - Read replicas
""",
        "two.rst": """\
Later decisions
===============

.. adr:: Cache sessions
   :id: ADR-3
   :status: proposed
   :relates-to: ADR-2

   Context
     Logins are slow.
   Decision
     Use Redis.
""",
        "risks.rst": """\
Risks
=====

.. risk-table::
   :id-prefix: R-

   .. list-table::
      :header-rows: 1

      * - Risk
        - Impact
        - Probability
        - Mitigation
        - Status
      * - Slow queries
        - High
        - Medium
        - Indexes and *replicas*
        - Open
      * - Card provider fails
        - Medium
        - Low
        - Retry later
        - Active

.. risk:: Key person leaves
   :id: R-9
   :impact: high
   :likelihood: high
   :affects: shop
   :mitigated-by: ADR-3

   Nobody else knows the deployment.

.. risk-matrix::
""",
        "overview.rst": """\
Overview
========

.. adr-list::

.. risk-table::
   :sort: -score
   :filter: impact >= medium and not status = closed

.. component-table::

See :adr:`ADR-1`, :adr:`~ADR-2`, :element:`shop.api`, :any:`R-9` and :adr:`the cache <ADR-3>`.
""",
        "other.rst": """\
Other
=====

A page that shows nothing of the model.
""",
    }
