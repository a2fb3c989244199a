"""Raw HTML is as live as Sphinx and MyST let it be, and off when they are told so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sphinx.cmd.build import build_main

if TYPE_CHECKING:
    from building import Project

MARKDOWN = "# A\n\n:::{adr} T <b>x</b>\n:id: ADR-1\n\n<script>one</script>\n\nx <i>two</i>\n:::\n"
REST = (
    "A\n=\n\n.. adr:: T <b>x</b>\n   :id: ADR-1\n\n   .. raw:: html\n\n      <script>one</script>\n"
)


@pytest.mark.parametrize("live", [True, False])
def test_in_markdown(project: Project, live: bool) -> None:
    if not live:
        project.conf["myst_disable_syntax"] = ["html_block", "html_inline"]
    page = project.myst().write({"a.md": MARKDOWN}).build().text("a.html")
    assert ("<script>one</script>" in page) is live
    assert ("<i>two</i>" in page) is live
    assert ("&lt;script&gt;one&lt;/script&gt;" in page) is not live
    assert "T &lt;b&gt;x&lt;/b&gt;" in page


@pytest.mark.parametrize("live", [True, False])
def test_in_rest(project: Project, live: bool) -> None:
    project.write({"a.rst": REST, "conf.py": "extensions = ['sphinx_archdoc']\n"})
    if not live:
        (project.source / "docutils.conf").write_text("[general]\nraw_enabled: no\n")
    out = project.folder / "out"
    assert (
        build_main(
            ["-q", "-b", "html", "-w", str(project.folder / "log"), str(project.source), str(out)]
        )
        == 0
    )
    page = (out / "a.html").read_text(encoding="utf-8")
    assert ("<script>one</script>" in page) is live
    assert "T &lt;b&gt;x&lt;/b&gt;" in page
