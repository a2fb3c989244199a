"""Every link of a LaTeX document leads to a label of it, whatever a record is written as."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from building import Project

PAGE = """\
# Plans

:::{document-control}
**Version:** 1.2
**Status:** Approved
:::

:::{question-list}
- [ ] Who pays for the line? (Ann, due 2030-01-01)
:::

:::{review-checklist}
- [ ] The line is paid
:::

:::{roadmap}
- [ ] **Phase 1:** Dig (2030-01 to 2030-03)
:::

:::{roadmap}
### Fill (2030-04 to 2030-05)
- [ ] Bring sand
:::

:::{cache-table}
1. **CDN:** Pictures (24h TTL)
:::

:::{goal-table}
- **Availability:** 99.9 %
:::

:::{risk-table}
:id-prefix: R-

| Risk  | Impact | Probability |
|-------|--------|-------------|
| Frost | High   | Low         |

:::

::::{note}
:::{adr} Dig by hand
:id: ADR-1
:status: accepted

**Decision:** By hand.
:::
::::

:::{limitation-list}
- **Winter:** no digging
:::
"""

LISTS = """\
# All of it

```{record-table}
:kinds: document, open-question, checklist-item, milestone, cache, quality-goal, risk, limitation
```

```{adr-list}
```
"""


def test_no_link_is_without_its_label(project: Project) -> None:
    project.myst()
    project.write(
        {
            "index.rst": "Test\n====\n\n.. toctree::\n\n   plans\n   lists\n",
            "plans.md": PAGE,
            "lists.md": LISTS,
        }
    )
    build = project.build("latex")
    text = next(build.out.glob("*.tex")).read_text(encoding="utf-8")
    wanted = set(re.findall(r"\\(?:hyperref|pageref)[\[{]\\detokenize\{([^}]*)\}", text))
    labels = re.findall(r"\\label\{\\detokenize\{([^}]*)\}\}", text)
    assert len([name for name in wanted if name.startswith("plans:")]) >= 9
    assert wanted - set(labels) == set()
    assert sorted(labels) == sorted(set(labels))


def test_every_link_of_a_document_of_one_page_leads_to_a_place(project: Project) -> None:
    other = "Other\n=====\n\nBack to :doc:`/index`, :adr:`ADR-1`.\n\n.. adr-list::\n"
    project.write(
        {
            "index.rst": "Root\n====\n\n.. adr:: One\n   :id: ADR-1\n\n   See :doc:`sub/other`.\n\n"
            ".. toctree::\n\n   sub/other\n",
            "sub/other.rst": other,
        }
    )
    text = project.build("singlehtml").text("index.html")
    ids = set(re.findall(r'\bid="([^"]*)"', text))
    links = set(re.findall(r'href="#([^"]+)"', text))
    assert {"document-index", "document-sub/other", "ADR-1"} <= links
    assert links - ids == set()
