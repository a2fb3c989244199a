"""Building blocks, relations and pictures of them."""

from __future__ import annotations

from provocations_of.one import Provocation

FOUND: dict[str, Provocation] = {
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
