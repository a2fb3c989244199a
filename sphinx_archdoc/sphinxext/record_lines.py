"""The lines of a record's facts: rules that find one of them wrong name its line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.header_names import by_header

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sphinx_archdoc.model.findings import Problem
    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.model.record import Lines
    from sphinx_archdoc.sphinxext.base import ArchDirective
    from sphinx_archdoc.sphinxext.stated_facts import Stated

_OPTION = re.compile(r":(?P<name>[a-z][a-z-]*):(?:\s|\Z)")
_FENCE = re.compile(r"\s*(?:`{3,}|~{3,}|:{3,})")


def lines_below(kind: Kind, said: Mapping[str, int], line: int) -> Lines:
    """Return the lines of facts, said by options, as counted from the line of the record."""
    found: dict[str, int] = {}
    for name, at in said.items():
        spec = kind.field(name) or by_header(kind, name)
        if at and (spec is not None or name == "id"):
            found.setdefault(spec.name if spec is not None else name, at - line)
    return tuple(found.items())


def report_facts(
    directive: ArchDirective, stated: Stated, problems: Iterable[Problem], of: str
) -> None:
    """Warn of what is wrong with options, and with facts that the text states instead."""
    directive.option_lines = {**stated.lines, **directive.option_lines}
    directive.report((*stated.problems, *problems), of)
    for number, name in _below_text(directive):
        if name not in stated.raw:
            said = f"{of}: ':{name}:' is text here; options stand above the text"
            directive.warn(Code.OPTION, said, directive.content_line(number))
            break  # the others stand there too


def _below_text(directive: ArchDirective) -> Iterator[tuple[int, str]]:
    """Yield the lines of the content that look like options, but for those of fences in it."""
    fence = ""
    for number, line in enumerate(directive.content, 1):
        mark = _FENCE.match(line)
        if mark and not directive.in_rst:
            if not fence:
                fence = mark[0].strip()
            elif mark[0].strip().startswith(fence):
                fence = ""
        found = _OPTION.match(line) if not fence else None
        if found and found["name"] in directive.known_options:
            yield number, found["name"]


def lines_of(directive: ArchDirective, kind: Kind) -> Lines:
    """Return the lines of the options of a directive, and of the text it holds."""
    line = directive.get_source_info()[1]
    found = lines_below(kind, directive.option_lines, line)
    if kind.body and directive.content:
        found += (("body", directive.content_line(1) - line),)
    return found
