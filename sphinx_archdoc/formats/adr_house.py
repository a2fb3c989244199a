"""The form in which a folder writes its decisions, and a new decision in that form."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from sphinx_archdoc.formats.collecting import safe_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_archdoc.formats.adr_folder import Adopted

T = TypeVar("T")
_LEAD = re.compile(r"#?\s*(?P<lead>\D*?)(?P<digits>\d+)(?P<after>[^\w\s]*\s*(?:[-–—]\s+)?)")
_LONGEST_SLUG = 60


@dataclass(frozen=True, slots=True)
class House:
    """How a folder writes decisions.

    digits     how many digits a number has; 0: names start with the date
    lead       what stands before the number in a name (``ADR-``)
    join       what stands between the words of a name
    suffix     ``.md`` or ``.rst``
    title      what stands before the number in a title, and after it; None: no number there
    status_in  where the status stands: ``front matter``, ``list``, ``line``, ``field``, ``heading``
    madr       whether the sections are MADR's
    """

    digits: int = 4
    lead: str = ""
    join: str = "-"
    suffix: str = ".md"
    title: tuple[str, str] | None = ("", ". ")
    status_in: str = "heading"
    madr: bool = False

    def file_name(self, number: int, title: str, day: str) -> str:
        """Return the name of a new file; of the title only letters, digits and hyphens are left."""
        slug = safe_id(title).replace(".", "-").replace("_", "-").lower()
        slug = re.sub(r"-+", "-", slug)[:_LONGEST_SLUG].strip("-").replace("-", self.join)
        if not self.digits:
            return f"{day.replace('-', '')}-{slug}{self.suffix}"
        return f"{self.lead}{number:0{self.digits}d}{self.join}{slug}{self.suffix}"

    def heading(self, number: int, title: str) -> str:
        """Return the heading of a new decision."""
        if self.title is None or not self.digits:
            return title
        before, after = self.title
        width = self.digits if before else 0
        return f"{before}{number:0{width}d}{after}{title}"


def house_of(adopted: Sequence[Adopted]) -> House:
    """Return what most decisions of a folder do; without any: adr-tools' form."""
    if not adopted:
        return House()
    names = [item.adr.name for item in adopted]
    files = [item.adr.name.stem for item in adopted]
    numbered = [(name, file) for name, file in zip(names, files, strict=True) if name.digits]
    if not numbered and any(name.date for name in names):
        digits, lead = 0, ""
    else:
        digits = _most([len(name.digits) for name, _ in numbered]) or 4
        lead = _most([file.partition(name.digits)[0] for name, file in numbered]) or ""
    after = [file.partition(name.digits)[2][:1] for name, file in numbered]
    status_in = _most([item.adr.facts["status"].where for item in adopted if item.adr.status])
    suffixes = [".rst" if item.adr.language == "rst" else ".md" for item in adopted]
    keys = {part.name for item in adopted[-5:] for part in item.adr.parts}
    madr = "options" in keys
    return House(
        digits=digits,
        lead=lead,
        join="_" if _most(after) == "_" else "-",
        suffix=_most(suffixes) or ".md",
        title=_title_of(adopted),
        status_in=status_in or ("front matter" if madr else "heading"),
        madr=madr,
    )


def _title_of(adopted: Sequence[Adopted]) -> tuple[str, str] | None:
    found: list[tuple[str, str] | None] = []
    for item in adopted:
        heading = next((part.title for part in item.adr.parts if part.role == "title"), "")
        match = _LEAD.match(heading) if item.adr.number else None
        found.append((match["lead"], match["after"] or " ") if match else None)
    return _most(found)


def _most(values: Sequence[T]) -> T | None:
    return Counter(values).most_common(1)[0][0] if values else None
