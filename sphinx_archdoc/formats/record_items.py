"""One item of a list as the facts of a record: ``**CDN:** static assets (24h TTL)``.

The kind says what the bold lead and the rest fill (``Kind.lead``, ``Kind.rest``); a label in
brackets names its own field. Without a lead the words before a colon or a dash, or before a
comparison where the rest is an amount, are the title, and a sign at either end is the status.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_archdoc.model.damaged import repaired
from sphinx_archdoc.model.header_names import by_header
from sphinx_archdoc.model.kind import header_word
from sphinx_archdoc.model.quantities import read_amount, read_amounts

if TYPE_CHECKING:
    from sphinx_archdoc.model.fields import FieldSpec
    from sphinx_archdoc.model.kind import Kind

_BRACKETS = re.compile(r"\s*\((?P<inside>[^()]{1,200})\)")
_LABEL_FIRST = re.compile(r"(?P<label>[^\W\d_][\w -]{0,30}?)(?:\s*+[:=])?\s++(?P<value>\S.*)\Z")
_LABEL_LAST = re.compile(r"(?P<value>\S.*?)\s+(?P<label>[^\W\d_][\w-]{0,30})\Z")
#: What a name stands for, before the value: ``**RTO** (recovery time objective): 4 hours``.
_REMARK = re.compile(r"\s*\([^()]{1,200}\)\s*:\s+")
#: What parts a name from what is said of it, but not the ends of a range.
_DASH = re.compile(r"(?<!\d)\s+(?:–|—|-{1,2})\s+(?=\S)")
#: ``10,000 concurrent users``: how many, and of what.
_COUNTED = re.compile(r"\d[\d.,]*\s?(?:[KMGTP]i?B?|%)?\+?\s+(?P<what>[^\W\d_][^<>≤≥]*)")
_TWO = 2
#: A longer text between commas is no name.
_MOST_NAME_WORDS = 3
#: More of an item is not looked at.
_LONGEST = 4000


def record_facts(kind: Kind, lead: str, rest: str) -> dict[str, str]:
    """Return ``title`` and raw values by option; ``lead`` is empty where no bold words stand."""
    rest, found = _bracketed(kind, rest[:_LONGEST])
    if not lead:
        rest, signs = _signed(kind, rest)
        found = {**signs, **found}
    rest_option = kind.rest or _first_column(kind)
    if lead:
        names = (kind.lead, rest_option)
        parts = (lead.strip(" :"), _REMARK.sub("", rest).strip(" :–—"))
    else:
        names = ("title", rest_option if kind.rest != "title" else _first_column(kind))
        parts = _parted(kind, rest, names[1])
    for name, text in zip(names, parts, strict=True):
        if name and text:
            found.setdefault(name, text)
    if not found.get("title"):
        found["title"] = next(filter(None, parts), "")
    return found


def is_plural(kind: Kind, words: str) -> bool:
    """Tell whether words mean several records of a kind: "Roles", "External services"."""
    said = header_word(words)
    return said.endswith(header_word(kind.plural)) or any(
        said.endswith(f"{header_word(title)}s") for title in kind.title_words
    )


def names_listed(kind: Kind, lead: str, rest: str) -> list[str]:
    """Return the names in ``**Roles:** Admin, User, Guest``; nothing where it is no such line."""
    names = [name.strip(" .") for name in re.split(r"[,;]", rest[:_LONGEST])]
    short = all(name and len(name.split()) <= _MOST_NAME_WORDS for name in names)
    return names if short and lead and is_plural(kind, lead) else []


def is_remark(kind: Kind, lead: str, text: str) -> bool:
    """Tell whether an item below a label says nothing that the records are for: no amount.

    What stands behind a colon or a dash may be a target in words.
    """
    rest = kind.field(kind.rest)
    if lead or rest is None or rest.type != "amount":
        return False
    bare, signs = _signed(kind, text[:_LONGEST])
    parted = _parted(kind, bare, kind.rest)[1]
    return not parted and not signs and not any(char.isdigit() for char in bare)


def _signed(kind: Kind, text: str) -> tuple[str, dict[str, str]]:
    """Take a sign that stands for a status off either end of a text: ``✅ Goal 1: fast``."""
    status = kind.field("status")
    words = text.split(maxsplit=1)
    if status is None or status.vocabulary is None or len(words) != _TWO:
        return text, {}
    ends = ((words[0], words[1]), (text.rsplit(maxsplit=1)[1], text.rsplit(maxsplit=1)[0]))
    for sign, rest in ends:
        if not any(char.isalnum() for char in repaired(sign)) and status.vocabulary.exactly(sign):
            return rest, {status.option: sign}
    return text, {}


def _first_column(kind: Kind) -> str:
    return next((spec.option for spec in kind.fields if spec.type in ("inline", "amount")), "")


def _parted(kind: Kind, text: str, option: str) -> tuple[str, str]:
    """Return title and rest of a text without bold words."""
    head, colon, tail = text.partition(": ")
    spec = kind.field(option)
    if colon and tail.strip():
        return head.strip(" *"), tail.strip()
    dashed = _DASH.split(text, maxsplit=1)
    if len(dashed) == _TWO:
        return dashed[0].strip(" *"), dashed[1].strip()
    if spec is not None and spec.type == "amount":
        counted = _COUNTED.fullmatch(text)
        if counted:
            return counted["what"].strip(), text
        amount = next((item for item in read_amounts(text) if item.sign), None)
        at = text.find(amount.text) if amount is not None else -1
        if at > 0:
            return text[:at].rstrip(" (:"), text[at:].strip()
    return text.strip(), ""


def _amount_alone(kind: Kind, inside: str) -> str:
    """Return the field that ``(24 hours)`` fills: the one time or size of a kind that has one."""
    amount = next(iter(read_amounts(inside)), None)
    fields = [spec.option for spec in kind.fields if spec.type == "amount"]
    whole = amount is not None and amount.text == inside and amount.unit and not amount.sign
    return fields[0] if whole and len(fields) == 1 else ""


def _fits(spec: FieldSpec, value: str, found: dict[str, str]) -> bool:
    """Tell whether a labelled value is one; an amount needs a number."""
    amount = spec.type != "amount" or read_amount(value).low is not None
    return amount and spec.option not in found


def _bracketed(kind: Kind, text: str) -> tuple[str, dict[str, str]]:
    """Take ``(24h TTL)`` and ``(TTL: 24h)`` out of a text, where the label names a field.

    Brackets round a comparison (``High error rate (> 5%)``) are opened.
    """
    found: dict[str, str] = {}
    kept = text
    for match in _BRACKETS.finditer(text):
        inside = match["inside"].strip()
        for form in (_LABEL_LAST, _LABEL_FIRST):
            labelled = form.match(inside)
            spec = by_header(kind, labelled["label"]) if labelled else None
            if labelled and spec is not None and _fits(spec, labelled["value"], found):
                found[spec.option] = labelled["value"].strip()
                kept = kept.replace(match[0], "", 1)
                break
        else:
            option = _amount_alone(kind, inside)
            if option and option not in found:
                found[option] = inside
                kept = kept.replace(match[0], "", 1)
            elif inside[:1] in "<>≤≥":
                kept = kept.replace(match[0], f" {inside}", 1)
    return kept.strip(), found
