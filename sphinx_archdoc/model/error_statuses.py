"""Error codes by their HTTP status: ``401`` means the one code that comes with it."""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.model.record import Record

KIND = "error-code"
_STATUS = re.compile(r"(?<!\d)[1-5]\d\d(?!\d)")


def is_status(text: str) -> bool:
    """Tell whether a text is an HTTP status and no code of its own."""
    return _STATUS.fullmatch(text) is not None


def codes_by_status(records: Iterable[Record]) -> dict[str, tuple[str, ...]]:
    """Return the ids of the codes among records by the status that they come with."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for record in records:
        if record.kind_name == KIND:
            for status in _STATUS.findall(str(getattr(record, "http_status", "") or "")):
                found[status][record.id] = None
    return {status: tuple(ids) for status, ids in found.items()}


def single_codes(records: Iterable[Record]) -> dict[str, str]:
    """Return the code of each status that one code only comes with."""
    records = [record for record in records if record.kind_name == KIND]
    ids = {record.id for record in records}
    found = codes_by_status(records)
    return {s: codes[0] for s, codes in found.items() if len(codes) == 1 and s not in ids}


def with_codes(record: Record, kind: Kind, codes: Mapping[str, str]) -> Record:
    """Return a record that names the codes themselves where it says their status."""
    changes: dict[str, Any] = {}
    for spec in kind.fields if codes else ():
        if spec.type != "refs" or KIND not in spec.targets:
            continue
        refs = getattr(record, spec.name)
        if any(ref.id in codes for ref in refs):
            changes[spec.name] = tuple(ref._replace(id=codes.get(ref.id, ref.id)) for ref in refs)
    return dataclasses.replace(record, **changes) if changes else record
