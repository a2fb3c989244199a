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
    "number": Provocation(
        "page.rst",
        """\
.. toctree::

   adr/0012-log-as-json
   adr/0012-use-rest
""",
        more={
            "adr/0012-log-as-json.md": "# Log as JSON\n\n## Status\n\nAccepted\n",
            "adr/0012-use-rest.md": "# Use REST\n\n## Status\n\nAccepted\n",
        },
    ),
    "ambiguous": Provocation(
        "page.rst",
        """\
.. toctree::

   adr/0012-log-as-json
   adr/0012-use-rest
   adr/0014-use-soap
""",
        more={
            "adr/0012-log-as-json.md": "# Log as JSON\n\n## Status\n\nAccepted\n",
            "adr/0012-use-rest.md": "# Use REST\n\n## Status\n\nAccepted\n",
            "adr/0014-use-soap.md": "# Use SOAP\n\n## Status\n\nDeprecated by ADR-12\n",
        },
        conf={"archdoc_rules": {"number": "off"}},
    ),
    "one_sided": Provocation(
        "page.rst",
        """\
.. adr:: Use SOAP
   :id: ADR-1

   Use SOAP.

.. adr:: Use REST
   :id: ADR-2
   :supersedes: ADR-1

   Use REST.
""",
        conf={"archdoc_rules": {"adr-one-sided": "warning"}},
    ),
    "successor": Provocation(
        "page.rst",
        """\
.. adr:: Use SOAP
   :id: ADR-1
   :status: superseded

   Use SOAP.
""",
    ),
    "incomplete": Provocation(
        "page.md",
        """\
:::{adr} Use REST
:id: ADR-1
:status: accepted

**Context:** Clients differ.

**Decision:** Use REST.
:::
""",
        conf={"archdoc_rules": {"adr-incomplete": "warning"}},
    ),
    "stale": Provocation(
        "page.rst",
        """\
.. adr:: Use REST
   :id: ADR-1
   :status: proposed
   :date: 2020-01-15

   Use REST.
""",
        conf={"archdoc_rules": {"adr-stale": "warning"}},
    ),
    "outdated": Provocation(
        "page.rst",
        """\
.. app:: shop

   Sells plants.

.. adr:: Use SOAP
   :id: ADR-1
   :status: deprecated
   :affects: shop

   Use SOAP.
""",
        conf={"archdoc_rules": {"adr-outdated": "warning"}},
    ),
    "orphan": Provocation(
        "page.rst",
        """\
.. app:: shop

   Sells plants.

.. adr:: Use REST
   :id: ADR-1
   :status: accepted

   Use REST.
""",
        conf={"archdoc_rules": {"adr-orphan": "warning"}},
    ),
    "waiver": Provocation(
        "page.rst",
        ".. adr:: Use REST\n   :id: ADR-1\n\n   Use REST.\n",
        conf={
            "archdoc_waivers": [
                {
                    "rule": "adr-orphan",
                    "record": "ADR-1",
                    "reason": "its components are not described yet",
                    "until": "2020-12-31",
                }
            ]
        },
    ),
    "c4_description": Provocation(
        "page.rst",
        ".. system:: shop\n",
        conf={"archdoc_rules": {"c4-description": "warning"}},
    ),
    "c4_technology": Provocation(
        "page.rst",
        ".. app:: shop\n\n   Sells plants.\n",
        conf={"archdoc_rules": {"c4-technology": "warning"}},
    ),
    "c4_label": Provocation(
        "page.md",
        """\
```{c4-model}
app web "Shop"
app api "API"
web -> api : uses
```
""",
        conf={"archdoc_rules": {"c4-label": "warning"}},
    ),
    "c4_level": Provocation(
        "page.md",
        """\
```{c4-model}
system shop "Shop"
  component cart "Cart"
```
""",
        conf={"archdoc_rules": {"c4-level": "warning"}},
    ),
    "c4_disconnected": Provocation(
        "page.md",
        """\
```{c4-model}
app web "Shop"
app api "API"
datastore db "Orders"
web -> api : places orders
```
""",
        conf={"archdoc_rules": {"c4-disconnected": "warning"}},
    ),
    "c4_no_view": Provocation(
        "page.rst",
        ".. app:: shop\n\n   Sells plants.\n",
        conf={"archdoc_rules": {"c4-no-view": "warning"}},
    ),
    "c4_duplicate": Provocation(
        "page.md",
        """\
```{c4-model}
app web "Shop"
app api "API"
web -> api : places orders [JSON]
web -> api : Places orders [XML]
```
""",
        conf={"archdoc_rules": {"c4-duplicate": "warning"}},
    ),
    "c4_bidirectional": Provocation(
        "page.md",
        """\
```{c4-model}
app web "Shop"
app api "API"
web <-> api : exchanges orders
```
""",
        conf={"archdoc_rules": {"c4-bidirectional": "warning"}},
    ),
    "c4_cycle": Provocation(
        "page.md",
        """\
```{c4-model}
app web "Shop"
app api "API"
app mail "Mail"
web -> api : places orders
api -> mail : sends receipts
mail -> web : asks for texts
```
""",
        conf={"archdoc_rules": {"c4-cycle": "warning"}},
    ),
    "c4_bus": Provocation(
        "page.md",
        """\
```{c4-model}
queue bus "Kafka"
app a "Orders"
app b "Payments"
app c "Mail"
app d "Reports"
app e "Stock"
a -> bus : orders
b -> bus : payments
bus -> c : orders
bus -> d : payments
bus -> e : orders
```
""",
        conf={"archdoc_rules": {"c4-bus": "warning"}},
    ),
    "c4_lifecycle": Provocation(
        "page.md",
        """\
```{app} shop.web
:depends-on: shop.soap
```

```{app} shop.soap
:status: deprecated
```
""",
        conf={"archdoc_rules": {"c4-lifecycle": "warning"}},
    ),
    "c4_deployment": Provocation(
        "page.md",
        """\
```{app} shop.api
```

```{app} shop.mail
```

```{deployment-node} prod.k8s
:instances: shop.api x3
```
""",
        conf={"archdoc_rules": {"c4-deployment": "warning"}},
    ),
    "c4_decisions": Provocation(
        "page.md",
        """\
```{c4-model}
system shop "Shop"
  app web "Web app"
```
""",
        conf={"archdoc_rules": {"c4-decisions": "warning"}},
    ),
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
    "view": Provocation(
        "page.md",
        """\
```{c4-model}
system shop "Shop"
  datastore db "Database"
```
""",
        conf={"archdoc_rules": {"missing-view": "warning"}},
    ),
}
