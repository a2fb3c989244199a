"""Every word of an author can be translated, whatever shows it, and nothing of ours is lost.

The translation is made by machine: each word of each message gets a ``ž`` in front. A word without
one is one that no translator can reach.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hostile import text_of

if TYPE_CHECKING:
    from building import Build, Project

PAGE = """\
# Page

```{c4-model}
person reader "Borrower" : Looks for novels
system lib "Lending desk" : Keeps the novels
  app api "Counter" [Handmade] : Gives novels away
  datastore shelf "Bookcase"
reader -> lib.api : fetches [slowly]
lib.api -> lib.shelf : searches
```

```{queue} lib.returns
:title: Returns trolley
:description: Collects what comes back

Pushed around at night.
```

```{adr} ADR-1: Carry everything by hand
:status: accepted
:chosen: Porters

**Context:** Robots stumble.

**Considered Options:**

1. Porters

   - Good, because they never stumble

2. Robots

   - Bad, because they break

**Decision:** Take porters.

**Consequences:**

- Good, because quiet
```

```{flow} FLOW-1: Borrowing
reader -> lib.api : demands
alt available
lib.api -> lib.shelf : grabs
end
error 404 at 1 : vanished
```

```{entity} volume
:title: Volume

- id: uuid PK
- shelfmark: text, written inside
```

```{risk-table}
:id-prefix: R-

| Risk | Probability | Impact | Status | Mitigation |
|---|---|---|---|---|
| Bookworms | High | Low | Active | Naphthalene |
```

```{question-list}
- [ ] Opening hours? (due 2027-01-31)
- [x] Sundays?
```

```{review-checklist}
- [x] Dusted
- [ ] Catalogued
```

```{roadmap}
- **Shelving** (2026-Q1): assembled
- **Lighting** (2026-Q2): electric
```

```{permission-matrix}
| Role | Borrowing novels |
|---|---|
| Schoolchild | ✅ |
| Stranger | ❌ |
```
"""
VIEWS = """\
# Views

```{c4-container} lib
:caption: Inside the building
```

```{flow-diagram} FLOW-1
```

```{er-diagram}
```

```{adr-list}
:columns: id, title, summary, chosen
```

```{risk-table}
```

```{component-table}
```

```{adr-timeline}
```

```{c4-container} Elsewhere
person guest "Visitor"
system cafe "Cafeteria"
  app till "Cash desk"
guest -> cafe.till : pays
```
"""
#: Words of an author, each in one place of the text above, by what shows them.
REACHED = {
    "page.html": (
        "Borrower", "novels", "Counter", "Handmade", "fetches", "slowly", "Returns", "Collects",
        "Robots", "Porters", "stumble", "demands", "available", "grabs", "vanished", "Volume",
        "inside", "Bookworms", "Naphthalene", "hours", "Dusted", "Shelving", "assembled",
        "Schoolchild",
    ),
    "views.html": (
        "Borrower", "novels", "Counter", "Handmade", "fetches", "slowly", "Returns", "Collects",
        "Porters", "Take", "demands", "available", "grabs", "Volume", "inside", "Bookworms",
        "Naphthalene", "Probability", "building", "Elsewhere", "Visitor", "Cafeteria", "pays",
    ),
    "archdoc-cards.js": ("Take", "Pushed", "Carry", "Borrowing"),
}  # fmt: skip


@pytest.fixture
def builds(project: Project) -> tuple[Build, Build]:
    """The project as it was written, and with every word translated."""
    project.conf |= {"gettext_compact": False, "gettext_auto_build": False}
    project.myst().write({"page.md": PAGE, "views.md": VIEWS})
    plain = project.build(out="plain")
    catalogs = project.build("gettext", out="gettext")
    folder = project.source / "locale" / "xx" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    for name in ("page", "views"):
        made = Catalog(locale="de")
        for message in read_po(BytesIO(catalogs.text(f"{name}.pot").encode())):
            made.add(message.id, re.sub(r"(?<![\w.-])(?=[^\W\d_]{3})", "ž", str(message.id)))
        packed = BytesIO()
        write_mo(packed, made)
        (folder / f"{name}.mo").write_bytes(packed.getvalue())
    project.conf |= {"language": "xx", "locale_dirs": ["locale"]}
    return plain, project.build(out="translated")


def test_every_word_is_translated_wherever_it_shows(builds: tuple[Build, Build]) -> None:
    _, build = builds
    assert build.warnings == []
    for name, words in REACHED.items():
        text = build.text(name) if name.endswith(".js") else build.text(name) + text_of(build, name)
        text = re.sub(r"<(?:script|code|pre)\b.*?</(?:script|code|pre)>", "", text, flags=re.DOTALL)
        text = re.sub(r"(?:id|href|class)=\"[^\"]*\"", "", text)
        for word in words:
            assert re.search(rf"ž{word}\b", text), (name, word)
            assert not re.search(rf"(?<![\w.-]){word}\b", text), (name, word)


def test_badges_boxes_and_anchors_are_there_in_translations(builds: tuple[Build, Build]) -> None:
    plain, build = builds
    for what in (r'class="[^"]*\barch-(?:badge|box|chosen|sign|id)\b[^"]*"', r'\bid="[^"]+"'):
        ours = re.compile(what)
        for name in ("page.html", "views.html"):
            found, wanted = (
                sorted(
                    text for text in ours.findall(b.text(name)) if "arch" in text or "R-" in text
                )
                for b in (build, plain)
            )
            assert wanted
            assert found == wanted, name
    page = build.text("page.html")
    for anchor in ("R-1", "lib.api", "reader", "ADR-1"):
        assert f'id="{anchor}"' in page or f'id="person-{anchor}"' in page
    assert "[x]" not in text_of(build)
    assert "Porters Chosen" in text_of(plain)
    assert "žPorters Chosen" in text_of(build)


def test_records_have_the_same_ids_and_translated_titles(builds: tuple[Build, Build]) -> None:
    plain, build = builds
    records = build.records()
    assert records.keys() == plain.records().keys()
    assert records["lib.api"]["title"] == "žCounter"
    assert records["R-1"]["title"] == "žBookworms"
    assert records["ADR-1"]["fields"]["chosen"] == "žPorters"
