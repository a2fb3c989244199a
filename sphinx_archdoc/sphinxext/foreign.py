"""Nodes of sphinxcontrib-mermaid and sphinxcontrib-plantuml, made as their own directives do.

Known versions: mermaid 1.0 to 2.1 (``code`` and ``options`` are read by every writer), plantuml
0.30 and 0.31 (``uml``, ``incdir`` and ``filename``). Both name their files after the source alone
and never draw one anew whose file exists; so a comment with all that shapes it is put in.
"""

from __future__ import annotations

import hashlib
import os
import posixpath
import shlex
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

_MERMAID = "sphinxcontrib.mermaid"
_PLANTUML = "sphinxcontrib.plantuml"
_EXTENSIONS = {"mermaid": _MERMAID, "plantuml": _PLANTUML}
_SETTINGS = {"mermaid": "mermaid_output_format", "plantuml": "plantuml_output_format"}


def is_loaded(env: BuildEnvironment, language: str) -> bool:
    """Tell whether the extension for a language is among the project's."""
    return _SETTINGS[language] in env.config


def plantuml_program(config: Config) -> str:
    """Return the program that sphinxcontrib-plantuml starts."""
    given = config.plantuml
    parts = shlex.split(given, posix=os.name != "nt") if isinstance(given, str) else [*given]
    return str(parts[0]).strip('"') if parts else ""


def language_of(node: nodes.Node) -> str:
    """Return the language of a node that one of the two extensions made; empty for all others."""
    class_ = type(node)
    for language, module in _EXTENSIONS.items():
        if class_.__name__ == language and class_.__module__.startswith(module):
            return language
    return ""


def foreign_node(
    env: BuildEnvironment, language: str, code: str, place: nodes.Element, docname: str
) -> nodes.Element:
    """Return the node of the extension for a language; it must be loaded."""
    make = mermaid_node if language == "mermaid" else plantuml_node
    return make(code, place, env=env, docname=docname)


def mermaid_node(
    code: str, place: nodes.Element, *, env: BuildEnvironment | None = None, docname: str = ""
) -> nodes.Element:
    """Return the node of sphinxcontrib-mermaid for a text.

    ``place`` is the node it will replace, for messages; ``env`` lets its stale files be seen.
    """
    from sphinxcontrib.mermaid import mermaid

    if env is not None and env.config.mermaid_output_format != "raw":
        names = ("mermaid_cmd", "mermaid_params", "mermaid_sequence_config", "mermaid_version")
        code = f"{code.rstrip()}\n%% {_stamp(env, names)}\n"
    node: nodes.Element = mermaid(code, code=code, options={})
    return _placed(node, place)


def plantuml_node(
    code: str, place: nodes.Element, *, env: BuildEnvironment | None = None, docname: str = ""
) -> nodes.Element:
    """Return the node of sphinxcontrib-plantuml for a text; includes are relative to the page."""
    from sphinxcontrib.plantuml import plantuml

    folder, name = "", "archdoc.puml"
    if env is not None:
        first, line_end, rest = code.lstrip().partition("\n")
        stamp = f"' {_stamp(env, ('plantuml', 'plantuml_latex_output_format'))}\n"
        code = f"{first}{line_end}{stamp}{rest}" if line_end else code
        page = docname or str(place.get("docname", "")) or env.docname
        relative = env.doc2path(page, base=False)
        folder, name = posixpath.split(str(relative).replace("\\", "/"))
    node: nodes.Element = plantuml(code, uml=code, incdir=folder, filename=name)
    return _placed(node, place)


def _stamp(env: BuildEnvironment, names: tuple[str, ...]) -> str:
    settings = repr([getattr(env.config, name, None) for name in names])
    return f"archdoc {hashlib.sha256(settings.encode()).hexdigest()[:12]}"


def _placed(node: nodes.Element, place: nodes.Element) -> nodes.Element:
    node.source, node.line = place.source, place.line
    return node
