"""What only declares is nowhere on the page, in no format; links to it lead to its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from building import Project

PAGE = """\
# Page

See {app}`shop.till` and {datastore}`mall.goods`.

```{c4-model}
:hide:

system shop "Shop"
  app till "Till" : Secret purpose
```

```{c4-container} Mall
:declare:

System_Boundary(mall, "Mall") {
  ContainerDb(goods, "Goods", "SQLite", "Hidden shelf")
}
```
"""


@pytest.mark.parametrize("builder", ["latex", "text", "man", "texinfo"])
def test_a_hidden_list_is_left_out(project: Project, builder: str) -> None:
    build = project.myst().write({"index.md": PAGE}).build(builder)
    assert build.warnings == []
    (path,) = (
        path
        for path in build.out.rglob("*")
        if path.suffix in (".tex", ".txt", ".1", ".texi") and path.is_file()
    )
    text = path.read_text(encoding="utf-8")
    assert "Secret purpose" not in text
    assert text.count("Hidden shelf") <= 1  # in the picture, or its words
    assert "Till" in text
    if builder == "latex":
        led = set(re.findall(r"\\hyperref\[\\detokenize\{([^}]+)\}\]", text))
        placed = set(re.findall(r"\\label\{\\detokenize\{([^}]+)\}\}", text))
        assert {"index:shop.till", "index:mall.goods"} <= led
        assert led <= placed


def test_web_pages_hide_it_by_their_style_sheet(project: Project) -> None:
    build = project.myst().write({"index.md": PAGE}).build()
    assert 'class="arch-model arch-hidden simple"' in build.text("index.html")


TABLES = """\
# Page

:::{adr} Use one data store for all that must not be lost and keep copies of it elsewhere
:id: ADR-201
:status: accepted
:::

:::{adr-list}
:columns: id, title, status
:::

:::{error-table}
| Code              | Status | Description |
|-------------------|--------|-------------|
| TOO_MANY_REQUESTS | 429    | Wait        |
:::
"""


def test_tables_keep_words_whole_in_a_book(project: Project) -> None:
    build = project.myst().write({"index.md": TABLES}).build("latex")
    (path,) = build.out.glob("*.tex")
    widths = re.findall(r"\\X\{(\d+)\}\{(\d+)\}", path.read_text(encoding="utf-8"))
    (id_, title, status), (code, number, _) = (
        [int(width) for width, _ in found] for found in (widths[:3], widths[3:])
    )
    assert id_ > len("ADR-201")
    assert status > len("Accepted")
    assert title > 4 * id_
    assert code > len("TOO_MANY_REQUESTS")
    assert number > len("Status")
