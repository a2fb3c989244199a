"""Slips of the pen in both markups: one clear message at the line that is wrong, no word lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from building import Project

MODEL = ".. c4-model::\n\n   system shop\n     app web\n     app api\n     web -> api : asks\n"
ADR = ".. adr:: Base\n   :id: A-1\n   :status: accepted\n\n   Text.\n"

#: Page ending, text, what the line says that is named, code, and what the message says.
SLIPS = [
    ("rst", ".. adr:: X\n   :id B-1\n   :status: accepted\n\n   Text.", ":id B-1", "option",
     "the option 'id' lacks a colon, but is read; write ':id:'"),
    ("md", "```{adr} X\n:id B-1\n:status: accepted\n\nText.\n```", ":id B-1", "option",
     "the option 'id' lacks a colon, but is read; write ':id:'"),
    ("rst", ".. adr:: X\n   :status: accepted\n\n   Text.\n\n   :tags: one\n   :date: 2026-01-01",
     ":tags:", "option", "':tags:' is text here; options stand above the text"),
    ("md", "```{adr} X\nText.\n\n:id: B-1\n```", ":id: B-1", "option",
     "':id:' is text here; options stand above the text"),
    ("md", "```{adr} X\n---\nid: B-1\n\nText.\n```", "```{adr}", "option",
     "the options cannot be read: there is no line --- below them"),
    ("rst", "Words\n.. adr-list::", ".. adr-list::", "syntax",
     "'.. adr-list::' is a part of the text above it: leave a blank line between them"),
    ("md", "Words.\n\n.. adr:: X\n   :id: B-1", ".. adr::", "syntax",
     "'.. adr::' is shown as text: write ```{adr} in Markdown"),
    ("md", "Words\nand :adr:`A-1`.", "and :adr:", "syntax",
     "':adr:' is shown as text: write {adr}`…` in Markdown"),
    ("rst", "Words and {adr}`A-1`.", "{adr}", "syntax",
     "'{adr}' is shown as text: write :adr:`…` in reStructuredText"),
    ("rst", ":::{adr-list}\n:::", ":::{adr-list}", "syntax",
     "':::{adr-list}' is shown as text: write '.. adr-list::' in reStructuredText"),
    ("md", "```adr Use X\n:id: B-1\n\nText.\n```", "```adr", "syntax",
     "'```adr Use X' is code: write ```{adr} Use X"),
    ("md", "```{adr Use X}\nText.\n```", "```{adr", "syntax",
     "'```{adr Use X}' is code: write ```{adr} Use X"),
    ("md", "```adr-list\n```", "```adr-list", "syntax", "is code: write ```{adr-list}"),
    ("md", "```{adr} X\n:id: B-1\n\n```yaml\na: b\n```\n\nMore.\n```", "```{adr}", "nesting",
     "adr B-1 ends where the code (line 6) in it ends: write ```` around it"),
    ("rst", ".. flow:: F\n\n   shop.web -> shop.api : a\n   shop.web - > shop.api : b", "- >",
     "syntax", "found 'shop.web - > shop.api : b'"),
    ("md", "```{flow} F\nshop.web -> shop.api : a\nshop.web -> : b\n```", "-> :", "syntax",
     "found 'shop.web -> : b'"),
    ("md", "```{flow} F\nshop.web - > shop.api : b\n```", "- >", "syntax", "found 'shop.web - > "),
    ("md", "```{risk-table}\n| ID | Risk |\n| R1 | Fire |\n```", "```{risk-table}", "table",
     "a table needs a line such as |---|---| below its header"),
    ("rst", ".. risk-table::\n   :file: data\\none.csv", "data\\none.csv", "path",
     "write / between folders"),
    ("md", "```{review-checklist}\n- [ x] one\n- [x] two\n```", "[ x]", "value",
     "'[ x]' is no tick"),
    ("rst", ".. adr:: X\n   :amends: A-1 B-99\n\n   Text.", ":amends:", "reference",
     "amends names 'B-99', which does not exist"),
]  # fmt: skip


@pytest.mark.parametrize(("ending", "text", "line", "code", "said"), SLIPS)
def test_slips(project: Project, ending: str, text: str, line: str, code: str, said: str) -> None:
    title = "Page\n====\n\n" if ending == "rst" else "# Page\n\n"
    project.conf["archdoc_rules"] = {"step": "off"}
    other = f"Other\n=====\n\n{MODEL}\n{ADR}"
    made = project.myst().write({f"page.{ending}": f"{title}{text}\n", "other.rst": other})
    build = made.build("text")
    ours = [warning for warning in build.warnings if "[archdoc." in warning]
    assert len(ours) == 1, build.warnings
    place = re.match(rf".*page\.{ending}:(\d+): WARNING: (.*) \[archdoc\.(\w+)\]\Z", ours[0])
    assert place, ours
    assert place[3] == code
    assert said in place[2]
    assert line in f"{title}{text}".split("\n")[int(place[1]) - 1]
    shown = " ".join(build.text("page.txt").split())
    for word in re.findall(r"Words|Text|More|Fire|one|two", text):
        assert word in shown or code == "path"


RIGHT = {
    "page.rst": """\
Page
====

Write ``.. adr::`` or ``:adr:`X``` here. See `{adr}` there.

.. code-block:: markdown

   Words
   .. adr-list::

   ```{adr} X
   ```

.. note::

   .. adr-list::
      :columns: id

.. adr:: X
   :id: B-1

   Text.

   .. code-block:: python
      :caption: Code
      :class: x

      a
""",
    "mark.md": """\
# Mark

Write `:adr:` or ``:adr:`X` `` and `.. adr::`.

````markdown
```adr X
```
````

```risk
for languages called alike
```

```mermaid
graph LR
  a --> b
```

````{adr} Y
:id: B-2

```{code-block} python
:caption: Code
:class: x

a
```

Text.
````
""",
}


def test_what_is_right_is_silent(project: Project) -> None:
    build = project.myst().write(RIGHT).build("dummy")
    assert [line for line in build.warnings if "archdoc." in line] == []
