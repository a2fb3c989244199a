"""The directive ``example``: what a source gives, then the source in both markups.

``{example} risk`` shows ``examples/risk.md`` as a reader sees it and, below, the text of
``examples/risk.md`` and ``examples/risk.rst``. The build fails when the two are not the same page
with the same records (:mod:`alike`). A page that is also read where nothing builds it, such as on
GitHub, has the text of ``examples/risk.md`` as the content of the directive; the build fails when
it is another one.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import alike
from docutils import nodes
from docutils.statemachine import StringList
from sphinx.errors import ExtensionError
from sphinx.util.docutils import SphinxDirective

import sphinx_archdoc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

FOLDER = Path(__file__).parents[1] / "examples"
#: Ending, name and language of the two sources.
MARKUPS = (("md", "MyST", "markdown"), ("rst", "reST", "rst"))
CHECKED = "archdoc_examples_checked"


class Example(SphinxDirective):
    """The result of a source, and the source in both markups."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the result and the sources."""
        return list(self.shown(self.arguments[0]))

    def shown(self, name: str) -> Iterator[nodes.Node]:
        """Yield the nodes of an example."""
        texts = {}
        for ending, _, _ in MARKUPS:
            path = FOLDER / f"{name}.{ending}"
            self.env.note_dependency(str(path))
            texts[ending] = path.read_text(encoding="utf-8")
        if self.content and list(self.content) != texts["md"].splitlines():
            raise ExtensionError(
                f"{self.env.docname}: the content of the example {name} is not examples/{name}.md"
            )
        yield from parsed(self, texts["md"], nodes.section())
        yield from sources(name, texts)


def parsed(directive: SphinxDirective, text: str, section: nodes.section) -> list[nodes.Node]:
    """Return a section's children with a text parsed into it: there, records are sections too."""
    directive.state.nested_parse(StringList(text.splitlines(), source=""), 0, section)
    return section.children


def sources(name: str, texts: dict[str, str]) -> Iterator[nodes.Node]:
    """Yield the sources as tabs; without styles, and in other formats, one after the other.

    The tabs are radio buttons, which the style sheet puts in front of the panels: they need no
    script, and the keyboard knows them. With script, the choice holds for all pages.
    """
    box = nodes.container(classes=["docs-tabs"])
    buttons = []
    for number, (ending, label, _) in enumerate(MARKUPS):
        key = escape(f"source-{name}-{ending}", quote=True)
        chosen = "" if number else ' checked="checked"'
        buttons.append(
            f'<input type="radio" name="source-{escape(name)}" id="{key}"{chosen} />'
            f'<label for="{key}">{label}<span class="docs-hidden"> source of {escape(name)}</span>'
            "</label>"
        )
    box += nodes.raw("", "".join(buttons), format="html")
    for ending, label, lexer in MARKUPS:
        panel = nodes.container(classes=["docs-tab", f"docs-tab-{ending}"])
        heading = nodes.paragraph("", "", nodes.strong(label, label), classes=["docs-tab-name"])
        room = nodes.raw("", "\\needspace{8\\baselineskip}", format="latex")
        panel += [room, heading, nodes.literal_block(texts[ending], texts[ending], language=lexer)]
        box += panel
    yield box


def check(app: Sphinx, env: BuildEnvironment, _names: list[str]) -> None:
    """Fail when the two sources of an example differ (``env-before-read-docs``)."""
    state = digest()
    if getattr(env, CHECKED, "") == state:
        return
    made = subprocess.run(  # noqa: S603 -- our own program with our own folder
        [sys.executable, alike.__file__, FOLDER], capture_output=True, text=True, check=False
    )
    if made.returncode:
        raise ExtensionError(f"The examples could not be compared:\n{made.stderr}")
    wrong = json.loads(made.stdout)
    if wrong:
        told = "\n".join(f"{name}:\n" + "\n".join(lines) for name, lines in wrong.items())
        raise ExtensionError(f"The two sources of an example differ, or warn:\n{told}")
    setattr(env, CHECKED, state)


def digest() -> str:
    """Return what the outcome of a comparison depends on."""
    found = hashlib.sha256(sphinx_archdoc.__version__.encode())
    package = Path(sphinx_archdoc.__file__).parent
    for path in (*sorted(FOLDER.iterdir()), *sorted(package.rglob("*.py")), Path(alike.__file__)):
        found.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directive and the comparison."""
    app.add_directive("example", Example)
    app.connect("env-before-read-docs", check)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
