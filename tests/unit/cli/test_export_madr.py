"""A decision as MADR 4: every word of its text is there, and Markdown is taken over as written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from command import run

from sphinx_archdoc.formats.adr_source import words
from sphinx_archdoc.formats.rest_definitions import definitions

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

BODY = """\
Bo <bo@x.org> wrote it[^1], see [the rules][r] and [the old one](0002-old.md#why).

```python
x = 1
```

> Quoted
> twice

1. first
2. second
   ```sh
   ls
   ```

| a | b |
|---|---|
| 1 | 2 |

| c |
|---|
| 3 |

[^1]: In a footnote.
[r]: https://x.org/rules
"""
MARKDOWN = f"# 1. Use REST\n\nDate: 2020-01-15\n\n## Status\n\n{{status}}\n\n## Context\n\n{BODY}"
REST = """\
3. Use MQ
=========

Status
------

Accepted

Context
-------

See `the rules`_ and :doc:`0001-rest`, written by |who| [1]_.

.. _the rules: https://x.org/rules
.. |who| replace:: Ann
.. [1] In a footnote.

.. code-block:: python
   :caption: Example

   x = 1

.. math:: a^2 + b^2

.. image:: flow.png
   :alt: The flow

.. unknown:: Given

   Kept words.

1. first
2. second

=====  =====
left   right
=====  =====
one    two
=====  =====

=====  =====
other  table
=====  =====
three  four
=====  =====

Decision
--------

We use MQ.
"""


def export(folder: Path, files: dict[str, str], code: int = 0) -> Result:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return run("export", folder / "adr", "--to", "madr", "-o", folder / "out", code=code)


OLD = "# 2. Old\n\n## Status\n\nAccepted\n\n## Decision\n\nX.\n"


def test_markdown_is_taken_over(tmp_path: Path) -> None:
    text = MARKDOWN.format(status="Accepted")
    export(tmp_path, {"adr/0001-rest.md": text, "adr/0002-old.md": OLD})
    made = (tmp_path / "out/0001-rest.md").read_text(encoding="utf-8")
    assert BODY in made
    assert "Status" not in made
    assert "## Context and Problem Statement\n" in made


def test_links_follow_new_names(tmp_path: Path) -> None:
    text = MARKDOWN.format(status="Accepted").replace("0002-old.md", "0002%20old.md")
    text = text.replace("0002%20old.md", "0002-old.markdown")
    export(tmp_path, {"adr/0001-rest.md": text, "adr/0002-old.markdown": OLD})
    made = (tmp_path / "out/0001-rest.md").read_text(encoding="utf-8")
    assert "[the old one](0002-old.md#why)" in made


@pytest.mark.parametrize(
    ("status", "kept"),
    [
        ("Accepted", False),
        ("Accepted\n\nOnly for the shop; the bank waits.", True),
        ("Superseded by [2. Old](0002-old.md)", True),
    ],
)
def test_notes_of_a_status_stay(tmp_path: Path, status: str, kept: bool) -> None:
    text = MARKDOWN.format(status=status)
    export(tmp_path, {"adr/0001-rest.md": text, "adr/0002-old.md": OLD})
    made = (tmp_path / "out/0001-rest.md").read_text(encoding="utf-8")
    assert ("## Status\n" in made) == kept
    assert not kept or status in made


def test_rest_keeps_every_word(tmp_path: Path) -> None:
    files = {"adr/0003-mq.rst": REST, "adr/0001-rest.md": MARKDOWN.format(status="Accepted")}
    done = export(tmp_path, files)
    made = (tmp_path / "out/0003-mq.md").read_text(encoding="utf-8")
    markup = {"code", "block", "doc", "3", "caption"}
    assert words(REST) - words(made) <= markup
    assert "[the rules](https://x.org/rules)" in made
    assert "Example\n\n```python\nx = 1\n```" in made
    assert "```rst\n.. math:: a^2 + b^2\n```" in made
    assert "1. first\n2. second\n" in made
    assert "| one | two |\n\n| other | table |" in made
    assert done.stderr.count("\n") == 1
    assert "0003-mq.rst: " in done.stderr
    assert "kept as reST" in done.stderr


DEFINED = """\
4. Use a queue
==============

Status
------

Accepted

Context
-------

Before the list.

Latency
   How long a *call* takes,
   see `the rules`_.

   In a second paragraph.

``p99`` : number
   - fast
   - slow

   ::

      x = 1

Memory
   Enough.
Disk
   1. first
   2. second

Behind::

   y = 2

.. _the rules: https://x.org/rules
"""


def test_definition_lists_keep_their_layout(tmp_path: Path) -> None:
    done = export(tmp_path, {"adr/0004-queue.rst": DEFINED})
    made = (tmp_path / "out/0004-queue.md").read_text(encoding="utf-8")
    assert words(DEFINED) - {"4"} <= words(made)
    for text in (
        "Before the list.\n\n* **Latency**: How long a *call* takes,\n",
        "\n  see [the rules](https://x.org/rules).\n\n  In a second paragraph.\n\n",
        "* `p99` (number):\n\n  * fast\n  * slow\n\n  ```\n  x = 1\n  ```\n\n",
        "\nBehind:\n\n```\ny = 2\n```\n",
        "\n* **Memory**: Enough.\n* **Disk**:\n\n  1. first\n  2. second\n",
    ):
        assert text in made
    assert "kept as reST" not in done.stderr


@pytest.mark.parametrize(
    "text",
    [
        "Behind::\n\n   y = 2\n",
        "- a\n  b\n",
        "1. a\n   b\n",
        ":field: a\n   b\n",
        ".. note::\n   b\n",
        "| a\n   b\n",
        "plain\ntext\n",
        "Term\n   defined\nno term\n",
    ],
)
def test_what_is_no_definition_list(text: str) -> None:
    assert definitions(text.rstrip().split("\n")) == []


def test_a_second_time_nothing_is_written(tmp_path: Path) -> None:
    export(tmp_path, {"adr/0002-old.md": OLD})
    done = export(tmp_path, {"adr/0001-new.md": OLD.replace("2. Old", "1. New")}, code=2)
    assert "0002-old.md exists already" in done.output
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["0002-old.md"]
