"""The number of a heading in a log of decisions stays on the card, unless there is an id."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from building import Project

RST = """\
A
=

.. adr::

   Decision 12: Word
   -----------------

   **Decision:** Yes.

.. adr::
   :id: ADR-13

   **Decision 13: Other**

   **Decision:** Yes.
"""
MD = """\
# A

:::{adr}
### Decision 12: Word
**Decision:** Yes.
:::

:::{adr}
:id: ADR-13

**Decision 13: Other**

**Decision:** Yes.
:::
"""


@pytest.mark.parametrize("page", [{"index.rst": RST}, {"index.md": MD}], ids=["rst", "md"])
def test_the_number_of_a_heading(project: Project, page: dict[str, str]) -> None:
    build = project.myst().write(page).build("text")
    assert build.warnings == []
    assert "Decision: 12" in build.text("index.txt")
    assert "Decision: 13" not in build.text("index.txt")
    records = project.build().records()
    assert records["word"]["extra"] == {"Decision": "12"}
    assert "extra" not in records["ADR-13"]
