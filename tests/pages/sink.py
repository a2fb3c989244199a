"""A kitchen sink: something of everything that has a look of its own, on two pages."""

DECISIONS = """\
Decisions
=========

.. adr:: Use one document store
   :id: ADR-0001
   :status: superseded
   :date: 2024-09-03

   **Decision:** One store for all.

.. adr:: Use PostgreSQL
   :id: ADR-0002
   :status: accepted
   :date: 2025-11-12
   :deciders: Ana, Bo
   :tags: data, storage
   :supersedes: ADR-0001
   :affects: shop.db

   **Context:** Plants were sold twice.

   **Considered Options:**

   1. PostgreSQL

      - Good, because stock and order change together
      - Bad, because properties need migrations

   2. MySQL

      - Neutral, because it would do the job as well

   **Decision:** Use PostgreSQL.

   **Consequences:**

   *Positive:*

   - No double sales

   *Negative:*

   - One writer

   *Mitigation:*

   - A replica for reports

.. adr:: Let the carrier choose
   :id: ADR-0003
   :status: proposed
   :date: 2026-03-02

   **Decision:** The carrier chooses the van.

.. adr:: Keep a queue
   :id: ADR-0004
   :status: accepted
   :date: 2026-03-09

   **Decision:** A queue.

.. adr:: Sell seeds
   :id: ADR-0005
   :status: rejected
   :date: 2026-04-01

   **Decision:** No seeds.
"""

INDEX = """\
Kitchen sink
============

:adr:`ADR-0002` is why the data lives in :element:`shop.db`.

.. toctree::

   decisions

.. adr-list::
   :caption: All decisions

.. risk-table:: Technical risks
   :id-prefix: R-

   ==================== ====== =========== ======== ====================
   Risk                 Impact Probability Status   Mitigation
   ==================== ====== =========== ======== ====================
   A plant sold twice   Medium High        Active   One transaction
   Photos are lost      High   Low         Open     Versions are kept
   Reports are slow     Low    Low         Closed   =1+1
   Nobody knows how     High   High        Active   A third person
   Cards are refused    Medium Medium      Open     Pay on invoice
   ==================== ====== =========== ======== ====================

.. risk-matrix::

.. c4-model::

   system shop "Web shop" : Sells things
     app web "Web app" [Next.js]
     datastore db "Database" [PostgreSQL]
   shop.web -> shop.db : Reads [SQL]

.. c4-container:: shop

.. entity:: Order
   :store: shop.db

   - id: uuid (PK)
   - status: enum(open, paid) = open

================ ==================
A table          of the user
================ ==================
stays            as it is
================ ==================
"""

PAGES = {"index.rst": INDEX, "decisions.rst": DECISIONS}
