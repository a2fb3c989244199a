"""Decisions and what is promised about them."""

from __future__ import annotations

from provocations_of.one import Provocation

FOUND: dict[str, Provocation] = {
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
}
