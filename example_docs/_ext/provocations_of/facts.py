"""Facts of records: options, values, ids and references."""

from __future__ import annotations

from provocations_of.one import Provocation

FOUND: dict[str, Provocation] = {
    "option": Provocation(
        "page.md",
        """\
:::{adr} Use PostgreSQL
:id: ADR-1
:stauts: accepted

**Decision:** Use PostgreSQL 16.
:::
""",
    ),
    "value": Provocation(
        "page.rst",
        """\
.. risk:: Frost on the way
   :id: R-1
   :impact: enormous
   :likelihood: low

   Plants freeze.
""",
    ),
    "missing": Provocation(
        "page.rst",
        """\
.. app:: shop

.. relation:: Asks for prices
   :id: REL-1
   :source: shop

   Once a minute.
""",
    ),
    "status": Provocation(
        "page.md",
        """\
:::{adr} Use PostgreSQL
:id: ADR-1
:status: more or less

**Decision:** Use PostgreSQL 16.
:::
""",
    ),
    "date": Provocation(
        "page.md",
        """\
:::{adr} Use PostgreSQL
:id: ADR-1
:date: last spring

**Decision:** Use PostgreSQL 16.
:::
""",
    ),
    "id": Provocation(
        "page.rst",
        """\
.. adr:: Use PostgreSQL
   :id: ADR 1!

   Use PostgreSQL 16.
""",
    ),
    "duplicate": Provocation(
        "page.rst",
        """\
.. adr:: Use PostgreSQL
   :id: ADR-7

   Use PostgreSQL 16.

.. adr:: Use OpenTelemetry
   :id: ADR-7

   Use OpenTelemetry.
""",
    ),
    "conflict": Provocation(
        "page.rst",
        """\
.. c4-model::

   system shop "Shop"
     app api "API" [FastAPI]

.. app:: shop.api
   :technology: Django

   Takes orders.
""",
    ),
    "reference": Provocation(
        "page.md",
        """\
:::{datastore} shop.db
Keeps orders.
:::

:::{adr} Use PostgreSQL
:id: ADR-1
:affects: shop.database

**Decision:** Use PostgreSQL 16.
:::
""",
    ),
    "wrong_kind": Provocation(
        "page.rst",
        """\
.. risk:: Frost on the way
   :id: R-1

   Plants freeze.

.. adr:: Heat the vans
   :id: ADR-1
   :affects: R-1

   Heat them.
""",
    ),
    "cycle": Provocation(
        "page.rst",
        """\
.. adr:: Use REST
   :id: ADR-1
   :supersedes: ADR-2

   Use REST.

.. adr:: Use gRPC
   :id: ADR-2
   :supersedes: ADR-1

   Use gRPC.
""",
    ),
    "self_link": Provocation(
        "page.rst",
        """\
.. adr:: Use PostgreSQL
   :id: ADR-7
   :supersedes: ADR-7

   Use PostgreSQL 16.
""",
    ),
    "nesting": Provocation(
        "page.rst",
        """\
.. note::

   .. adr:: Use PostgreSQL
      :id: ADR-1

      Use PostgreSQL 16.
""",
    ),
    "empty": Provocation("page.rst", ".. c4-model::\n"),
}
