"""Two decisions have the same number.

**What it reports.** Each further file whose name starts with a number that another file of the
folder has, digit by digit. `001-` and `0001-` are two numbers. Gaps are not reported. Of the
decisions that are no files of their own: those whose id is that of another one but for zeros, as
`ADR-2` in a directive beside the file of `ADR-0002`.

**Why.** "ADR 12" in a commit or an issue then means either of them.

**Example.** Two branches took the next free number: `adr/0012-use-rest.md` and
`adr/0012-log-as-json.md`. Both are kept, as `ADR-0012-use-rest` and `ADR-0012-log-as-json`. Rename
the later one with the next free number::

    ---
    status: accepted
    ---
    # Log as JSON
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.file_names import named
from sphinx_archdoc.model.findings import Finding
from sphinx_archdoc.rules._decisions import decisions
from sphinx_archdoc.rules._saying import name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store

CODE = Code.NUMBER


def check(store: Store) -> Iterator[Finding]:
    """Yield a finding for each decision but the first with the same number."""
    yield from _in_folders(store)
    yield from _but_for_zeros(store)


def _but_for_zeros(store: Store) -> Iterator[Finding]:
    """Compare decisions on pages with all others; files of several folders have their own."""
    groups: dict[tuple[str, int], list[Record]] = defaultdict(list)
    for record in decisions(store):
        own = named(record.id)
        if own.number is not None and record.id.endswith(own.digits):
            groups[own.prefix.lower(), own.number].append(record)
    for same in groups.values():
        first, *others = sorted(same, key=lambda record: (record.origin == "page", record.id))
        for record in others if first.origin != "page" else ():
            message = f"{name(store, record)}: {first.id} in {first.at.source} has this number too"
            yield _finding(message, record, first)


def _in_folders(store: Store) -> Iterator[Finding]:
    groups: dict[tuple[str, str, str], list[Record]] = defaultdict(list)
    for record in decisions(store):
        file = named(record.at.source) if record.origin == "page" else None
        if file is not None and file.digits:
            path = record.at.source.rpartition("/")[0]
            folder = path.rpartition("/")[0] if file.is_folder else path
            groups[folder, file.prefix.lower(), file.digits].append(record)
    for (_, _, digits), same in groups.items():
        first, *others = sorted(same, key=lambda record: record.at.source)
        for record in others:
            message = f"{name(store, record)}: {first.at.source} has the number {digits} too"
            yield _finding(message, record, first)


def _finding(message: str, record: Record, first: Record) -> Finding:
    """Return what is told of a number, with the file that has it already."""
    file = first.at._replace(line=0)
    message = f"{message}; give one of them the next free one"
    return Finding(CODE, message, record.at, named=(file,))
