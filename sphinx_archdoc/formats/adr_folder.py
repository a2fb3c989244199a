"""All decision records of a project at once: files in, records, skipped files and findings out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sphinx_archdoc.formats.adr_front import split_front
from sphinx_archdoc.formats.adr_index import Index
from sphinx_archdoc.formats.adr_names import skipped_by_name
from sphinx_archdoc.formats.adr_page import decode
from sphinx_archdoc.formats.adr_reader import Adr, Reader
from sphinx_archdoc.formats.adr_record import record_of
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.file_names import suffix_of
from sphinx_archdoc.model.findings import Finding, Location
from sphinx_archdoc.model.values import is_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_archdoc.model.fields import Settings
    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.model.record import Record

_REST_LABEL = re.compile(r"^[ \t]*\.\. _(`[^`]+`|[^:`\n]+):[ \t]*$", re.MULTILINE)
_MYST_LABEL = re.compile(r"^\(([\w.:-]+)\)=[ \t]*$", re.MULTILINE)


class Adopted(NamedTuple):
    """A decision that was found: its file, the record, and what was read with how sure it is."""

    path: str
    record: Record
    adr: Adr


class Skipped(NamedTuple):
    """A file that holds no decision, and why."""

    path: str
    why: str


@dataclass(frozen=True, slots=True)
class Folder:
    """What was found in a folder, each list in the order of paths."""

    adopted: tuple[Adopted, ...]
    skipped: tuple[Skipped, ...]
    findings: tuple[Finding, ...]
    index: Index


def read_folder(files: Mapping[str, bytes], kind: Kind, settings: Settings | None = None) -> Folder:
    """Read the files of a project, by path with slashes. One odd file never affects the others."""
    skipped = {path: why for path in files if (why := skipped_by_name(path))}
    skipped |= {path: "the file is no text" for path, data in files.items() if _is_binary(data)}
    texts = {path: decode(data) for path, data in sorted(files.items()) if path not in skipped}
    index = index_of({path: text for path, (text, _) in texts.items()}, kind)
    reader = Reader(kind, index, settings)
    read = {path: reader.read(text, path) for path, (text, _) in texts.items()}
    skipped |= {path: adr.skipped for path, adr in read.items() if adr.skipped}
    left = [path for path in texts if path not in skipped]
    adopted: list[Adopted] = []
    findings: list[Finding] = []
    for path in left:
        record, problems = record_of(read[path], index.ids[path], kind, settings)
        adopted.append(Adopted(path, record, read[path]))
        if texts[path][1]:
            findings.append(Finding(Code.TEXT, texts[path][1], record.at._replace(line=1)))
        findings += [
            Finding(problem.code, f"{kind.name} {record.id}: {problem.message}", place)
            for problem in problems
            if (place := Location(record.at.docname, path, problem.line or 1, record.id))
        ]
    return Folder(
        tuple(adopted),
        tuple(Skipped(path, why) for path, why in sorted(skipped.items())),
        tuple(findings),
        index,
    )


def _is_binary(data: bytes) -> bool:
    """Tell whether a file is no text: zeros in it, and neither UTF-8 nor marked UTF-16."""
    if b"\0" not in data or data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return False


def index_of(texts: Mapping[str, str], kind: Kind) -> Index:
    """Return the index of these texts by path: their ids, and the labels they define."""
    stated: dict[str, str] = {}
    labels: dict[str, str] = {}
    taken: set[str] = set()
    for path, text in texts.items():
        own = stated_id(text)
        if own and own not in taken:
            stated[path] = own
            taken.add(own)
        for label in labels_in(text, path):
            labels.setdefault(label, path)
    return Index(texts, kind.prefix, stated=stated, labels=labels)


def stated_id(text: str) -> str:
    """Return the id that a text gives itself in its front matter, or nothing."""
    if not text.lstrip("\ufeff").startswith("---"):
        return ""
    front = split_front(text[:20_000])[0]
    said = front.get("id")
    return said.texts[0] if said and len(said.texts) == 1 and is_id(said.texts[0]) else ""


def labels_in(text: str, path: str) -> list[str]:
    """Return the labels that a text defines, in lower case."""
    pattern = _REST_LABEL if suffix_of(path) in (".rst", ".rest") else _MYST_LABEL
    return [" ".join(found[1].strip("`").split()).lower() for found in pattern.finditer(text)]
