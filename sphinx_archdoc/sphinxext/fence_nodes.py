"""The fences of a page: literal blocks, nodes of both extensions, and our own directives' nodes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.sphinxext import foreign

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_LANGUAGES = {"mermaid": "mermaid", "plantuml": "plantuml", "puml": "plantuml", "uml": "plantuml"}
_INFO = re.compile(r"(mermaid|plantuml|puml|uml)(?::([\w.-]{1,100}))?", re.IGNORECASE)


class archdoc_fence(nodes.General, nodes.Element):  # noqa: N801 -- docutils names nodes so
    """A diagram's text as our directive found it; taken by the transform, no writer sees one.

    ``language``, ``code`` and, if given, ``alt``.
    """


@dataclass(slots=True)
class Fence:
    """A diagram's text on a page.

    node      what holds the text; ``outer`` is what gives way: a figure round it, or itself
    name      the name after the colon of the language
    caption   the author's caption, if there is one
    message   the text as it was written, where the project offers blocks of code to translators
    """

    language: str
    code: str
    node: nodes.Element
    outer: nodes.Element
    name: str = ""
    alt: str = ""
    caption: nodes.caption | None = None
    message: str = ""


def fences(document: nodes.document, languages: Collection[str]) -> Iterator[Fence]:
    """Yield the fences of a page in these languages; those of our own directives always."""
    for node in [*document.findall(nodes.Element)]:
        if isinstance(node, nodes.literal_block):
            found = _of_block(node)
        elif isinstance(node, archdoc_fence):
            found = _of_node(node, node["language"], node["code"])
        else:
            found = _of_extension(node)
        if found and (found.language in languages or isinstance(node, archdoc_fence)):
            yield found


def _of_block(node: nodes.literal_block) -> Fence | None:
    # Directives that show code set `force`; who writes one wants to see the code.
    match = _INFO.fullmatch(str(node.get("language", ""))) if "force" not in node else None
    if match is None:
        return None
    language = _LANGUAGES[match[1].lower()]
    message = str(node.get("message", ""))
    return Fence(language, node.astext(), node, node, match[2] or "", message=message)


def _of_extension(node: nodes.Element) -> Fence | None:
    language = foreign.language_of(node)
    if not language:
        return None
    return _of_node(node, language, str(node.get("code" if language == "mermaid" else "uml", "")))


def _of_node(node: nodes.Element, language: str, code: str) -> Fence:
    alt, message = str(node.get("alt", "")), str(node.get("message", ""))
    fence = Fence(language, code, node, node, alt=alt, message=message)
    if isinstance(node.parent, nodes.figure):
        fence.outer = node.parent
        captions = (child for child in node.parent if isinstance(child, nodes.caption))
        fence.caption = next(captions, None)
    return fence
