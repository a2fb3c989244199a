"""For each warning code a small project that provokes it: shown in the reference, and tested."""

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


PROVOCATIONS: dict[str, Provocation] = {
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
    "participant": Provocation(
        "page.md",
        """\
```{c4-model}
app shop.web "Web app"
```

:::{flow} Log in
:id: FLOW-1

shop.web -> shop.wep : Calls itself
:::
""",
    ),
    "step": Provocation(
        "page.md",
        """\
```{c4-model}
app web
app api
datastore db
web -> api
api -> db
```

:::{flow} Read
:id: FLOW-1

web -> db : Reads past the API
:::
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
    "table": Provocation(
        "page.md",
        """\
:::{risk-table}
The table will be here soon.
:::
""",
    ),
    "column": Provocation(
        "page.rst",
        """\
.. adr:: Use PostgreSQL
   :id: ADR-1

   Use PostgreSQL 16.

.. adr-list::
   :columns: id, title, severity
""",
    ),
    "filter": Provocation(
        "page.rst",
        """\
.. risk:: Frost on the way
   :id: R-1

   Plants freeze.

.. risk-table::
   :filter: impact >= high and
""",
    ),
    "scope": Provocation(
        "page.rst", ".. system:: shop\n\n   Sells plants.\n\n.. c4-container:: shopp\n"
    ),
    "syntax": Provocation(
        "page.md",
        """\
```{c4-model}
system shop "Shop"
  apps api "API"
```
""",
    ),
    "data": Provocation(
        "page.rst",
        """\
.. risk-table::
   :file: risks.csv
""",
        more={"risks.csv": "ID,Impact,Risk\nR-1,High,Frost\nR-2,Low,Heat, in the van\n"},
    ),
    "path": Provocation("page.rst", ".. risk-table::\n   :file: ../risks.csv\n"),
    "limit": Provocation(
        "page.rst",
        ".. adr:: Use PostgreSQL for orders and stock\n   :id: ADR-1\n\n   Use PostgreSQL 16.\n",
        conf={"archdoc_max_title": 20},
    ),
    "url": Provocation(
        "page.rst",
        """\
.. adr:: Use PostgreSQL
   :id: ADR-1

   Use PostgreSQL 16, see `the notes <javascript:alert(1)>`__.
""",
    ),
    "text": Provocation(
        "page.md",
        """\
:::{app} shop.api
:technology: Fast\x07API

Takes orders.
:::
""",
    ),
    "picture": Provocation(
        "page.rst",
        """\
.. system:: shop

   Sells plants.

.. c4-context:: shop
""",
        conf={"archdoc_layout": ["no-such-dot"]},
    ),
    "dense": Provocation(
        "page.md",
        "```{c4-landscape} Everything\n"
        + "".join(f'system s{number} "System {number}"\n' for number in range(1, 32))
        + "```\n",
    ),
    "refused": Provocation(
        "page.md",
        """\
```{c4-context} A sketch
!include https://example.org/people.puml
System(shop, "Shop")
```
""",
    ),
    "short_name": Provocation(
        "page.rst",
        ".. adr:: This one is the other extension's\n",
        conf={"extensions": ["other_adr", "sphinx_archdoc"]},
        more={
            "other_adr.py": (
                "from docutils.parsers.rst import Directive\n\n\n"
                "class Adr(Directive):\n    optional_arguments = 9\n\n"
                "    def run(self):\n        return []\n\n\n"
                "def setup(app):\n    app.add_directive('adr', Adr)\n"
            )
        },
    ),
    "config": Provocation(
        "page.rst",
        ".. risk-matrix::\n",
        conf={"archdoc_risk_scale": 7},
    ),
}
