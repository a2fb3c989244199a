"""Snippets for editors, made from the kinds and views: Markdown (MyST) and reStructuredText."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from sphinx_archdoc import kinds
from sphinx_archdoc.views.catalog import catalog

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.fields import FieldSpec
    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.views.catalog_spec import ViewSpec

SCOPES = {"md": "markdown", "rst": "restructuredtext"}
#: More options than these are looked up, not typed.
_MOST = 7
_SPECIAL = re.compile(r"([\\$}])")
#: What stands where its own title would be misread, by name or type of the field.
_SHOWN = {
    "date": "2026-01-31",
    "start": "2026-04",
    "end": "2026-06",
    "refs": "an-id",
    "flag": "true",
}
_ESCAPED = r"\\\1"
_IN_CHOICE = re.compile(r"([\\,|])")


def vscode(form: str) -> str:
    """Return a file of snippets for Visual Studio Code, for ``md`` or ``rst``."""
    return json.dumps(dict(_all(form)), indent=2, ensure_ascii=False) + "\n"


def _all(form: str) -> Iterator[tuple[str, dict[str, Any]]]:
    registry = kinds.load()
    for kind in registry:
        if kind.family != "relation":
            yield _entry(kind.name, kind.help, _record(kind, form), form)
    views = catalog(registry)
    for name in views:
        if name not in registry:
            spec = views[name]
            made = _table(registry[spec.body_kind], name, form) if spec.body_kind else None
            yield _entry(name, spec.help, made or _view(spec, form), form)


def _entry(name: str, said: str, body: list[str], form: str) -> tuple[str, dict[str, Any]]:
    entry = {"scope": SCOPES[form], "prefix": name, "description": said, "body": body}
    return f"archdoc {name}", entry


class _Stops:
    """Places where the cursor stops, numbered in their order."""

    def __init__(self) -> None:
        self.count = 0

    def text(self, shown: str) -> str:
        self.count += 1
        said = _SPECIAL.sub(_ESCAPED, shown)
        return f"${{{self.count}:{said}}}"

    def choice(self, words: list[str]) -> str:
        self.count += 1
        said = ",".join(_IN_CHOICE.sub(_ESCAPED, word) for word in words)
        return f"${{{self.count}|{said}|}}"


def _record(kind: Kind, form: str) -> list[str]:
    stops = _Stops()
    element = kind.family == "element"
    head = stops.text(f"shop.{kind.name}" if element else kind.title)
    options = [] if element else [("id", stops.text(f"{kind.prefix or kind.name + '-'}1"))]
    wanted = [spec for spec in kind.fields if spec.required or spec.column]
    options += [(spec.option, _value(spec, stops)) for spec in wanted[:_MOST]]
    return _directive(kind.name, head, options, ["$0"], form)


def _value(spec: FieldSpec, stops: _Stops) -> str:
    if spec.vocabulary is not None and spec.vocabulary.terms:
        return stops.choice([term.key for term in spec.vocabulary.terms])
    if spec.type == "level":
        return stops.choice(["low", "medium", "high"])
    shown = _SHOWN.get(spec.name) or _SHOWN.get(spec.type, spec.title)
    return stops.text(shown)


def _view(spec: ViewSpec, form: str) -> list[str]:
    stops = _Stops()
    head = stops.text(spec.argument.split()[0] if spec.argument else "") if spec.argument else ""
    options = [("caption", stops.text("Caption"))] if "caption" in spec.options else []
    return _directive(spec.name, head, options, [], form)


def _table(kind: Kind, name: str, form: str) -> list[str]:
    stops = _Stops()
    specs = [spec for spec in kind.fields if spec.column][: _MOST - 1]
    heads = ["ID", kind.title_words[0].capitalize(), *(spec.title for spec in specs)]
    cells = [*map(stops.text, heads[:2]), *(_value(spec, stops) for spec in specs)]
    if form == "md":
        body = [
            "| " + " | ".join(heads) + " |",
            "|" + "---|" * len(heads),
            "| " + " | ".join(cells) + " |$0",
            "",  # else Markdown takes the end of the fence for a row
        ]
    else:
        body = [".. list-table::", "   :header-rows: 1", ""]
        for row in (heads, cells):
            body += [f"   {'  -' if number else '* -'} {cell}" for number, cell in enumerate(row)]
    return _directive(name, "", [], body, form)


def _directive(
    name: str, head: str, options: list[tuple[str, str]], body: list[str], form: str
) -> list[str]:
    lines = [f":{option}: {value}" for option, value in options]
    lines += ["", *body] if lines and body else body
    if form == "md":
        return [f":::{{{name}}} {head}".rstrip(), *lines, ":::"]
    blank = [] if options or not body else [""]
    return [f".. {name}:: {head}".rstrip(), *(f"   {x}".rstrip() for x in (*blank, *lines)), ""]
