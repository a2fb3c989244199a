"""Snippets build as they are, and short roles offer their targets to a language server."""

from __future__ import annotations

import json
import re
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from sphinx.util.docutils import docutils_namespace

from sphinx_archdoc.cli.snippets import vscode
from sphinx_archdoc.sphinxext import short_names

if TYPE_CHECKING:
    from building import Project


def filled(body: list[str]) -> str:
    """Return what a snippet leaves when every stop keeps what it offers."""
    text = re.sub(r"\$\{\d+\|([^,|]*)[^|]*\|\}", r"\1", "\n".join(body))
    return re.sub(r"\$\{\d+:([^}]*)\}", r"\1", text).replace("$0", "Text.")


@pytest.mark.parametrize(("form", "suffix"), [("md", "md"), ("rst", "rst")])
def test_snippets_are_understood(project: Project, form: str, suffix: str) -> None:
    pages = {}
    for name, entry in json.loads(vscode(form)).items():
        head = "# Page\n\n" if form == "md" else "Page\n====\n\n"
        page = name.removeprefix("archdoc ")
        pages[f"{page}.{suffix}"] = f"{head}{filled(entry['body'])}\n"
    build = project.myst().write(pages).build()
    told = {"option", "syntax", "value", "status", "level", "date", "filter"}
    wrong = [line for line in build.warnings for code in told if f"[archdoc.{code}]" in line]
    assert wrong == []
    assert [line for line in build.warnings if "archdoc." not in line] == []
    assert len(pages) > 70


def test_short_roles_offer_their_targets(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, Any] = {}
    esbonio = SimpleNamespace(
        add_role=lambda name, _role, providers: asked.__setitem__(name, providers[0]),
        create_role_target_provider=lambda name, **facts: (name, facts),
    )
    register = short_names.register

    def with_esbonio(app: Any) -> None:
        app.esbonio = esbonio
        register(app)

    monkeypatch.setattr(short_names, "register", with_esbonio)
    with docutils_namespace():
        project.write({"index.rst": "Page\n====\n"}).build()
    assert asked["adr"] == ("objects", {"obj_types": ["arch:adr"], "projects": None})
    types = asked["element"][1]["obj_types"]
    assert {"arch:system", "arch:app", "arch:datastore"} <= set(types)
    assert "arch:adr" not in types
