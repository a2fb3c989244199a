"""Tables, files, texts and settings."""

from __future__ import annotations

from provocations_of.one import Provocation

FOUND: dict[str, Provocation] = {
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
