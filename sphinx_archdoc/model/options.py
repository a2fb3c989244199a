"""From an author's raw texts to the values of a record: all problems at once, each with a hint."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sphinx_archdoc.model.asking import NAME_ASKED, read_people
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.fields import EMPTY
from sphinx_archdoc.model.findings import Problem, suggestion
from sphinx_archdoc.model.header_names import by_header
from sphinx_archdoc.model.kind import header_word
from sphinx_archdoc.model.level_numbers import step_of
from sphinx_archdoc.model.level_scales import on_one_scale
from sphinx_archdoc.model.named_blocks import may_be_title, names_blocks
from sphinx_archdoc.model.spans import by_when
from sphinx_archdoc.model.unsettled import is_asked, is_unsettled
from sphinx_archdoc.model.values import (
    Ref,
    SaidRef,
    When,
    clean,
    is_nothing,
    read_date,
    read_flag,
    read_number,
    read_range,
    read_refs,
    split_list,
)
from sphinx_archdoc.model.words import Word, last_step

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx_archdoc.model.fields import FieldSpec, Settings
    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.model.words import Term, Vocabulary


def read_options(
    kind: Kind, raw: Mapping[str, str], settings: Settings, *, known: Iterable[str] = ()
) -> tuple[dict[str, Any], list[Problem]]:
    """Read raw option texts into field values.

    ``raw`` maps option names (or synonyms) to texts; ``known`` are options the caller handles
    itself. Returns values by attribute name and all problems found; a value that cannot be read
    is left out, except words and dates, which stay visible as written. Where a field's own name
    and a synonym of it are both there, the name counts.
    """
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    handled = dict.fromkeys(known)
    specs = {name: kind.field(name) or by_header(kind, name) for name in raw}
    for name, text in on_one_scale(specs, raw, len(settings.levels.terms)).items():
        if name in handled:
            continue
        spec = specs[name]
        if spec is None:
            allowed = [*(field.option for field in kind.fields), *handled]
            hint = suggestion(name, allowed)
            message = f"{kind.name} has no option {name!r}; {hint}"
            problems.append(Problem(Code.OPTION, message, option=name))
            continue
        if not kind.field(name) and (spec.option in raw or spec.name in raw):
            continue
        value, problem = read_value(spec, text or "", settings, kind.name, word=name)
        if problem:
            problems.append(replace(problem, option=name))
        if value is not None:
            values[spec.name] = value
    read_together(kind, values, settings)
    return values, problems


#: "Superseded by ADR-2", in the languages of the words for a status.
_BY = re.compile(r"[\s-](?:by|durch|por|par):?\s", re.IGNORECASE)


def read_together(kind: Kind, values: dict[str, Any], settings: Settings) -> None:
    """Read on where one value says how another is meant."""
    _successor(kind, values, settings)
    if kind.called_by and "path" in values:
        from sphinx_archdoc.model.endpoints import split_call

        split_call(kind, values)
    if values.get("measured") and values.get("target"):
        from sphinx_archdoc.model.goals import as_compared

        values["measured"] = as_compared(values["target"], values["measured"])


def _successor(kind: Kind, values: dict[str, Any], settings: Settings) -> None:
    """Take the successor out of a status that names it, where no option does."""
    status = kind.field("status")
    written = values.get("status")
    found = [spec for spec in kind.fields if spec.reverse_of == "supersedes"]
    if not found or values.get(found[0].name) or not status or not isinstance(written, Word):
        return
    vocabulary = settings.vocabulary(status, kind.name)
    head, *tail = _BY.split(last_step(written.text), maxsplit=1)
    term = vocabulary.exactly(head) if vocabulary else None
    if term is None or term.key != "superseded" or not tail:
        return
    refs, bad = read_refs(tail[0].strip("*_. \t\n"))
    # One word of letters only is more likely a word ("superseded by events") than an id.
    if refs and not bad and not any(ref.id.isalpha() for ref in refs):
        values[found[0].name] = tuple(
            Ref(f"{kind.prefix}{ref.id}" if ref.id.isdigit() else ref.id, ref.note) for ref in refs
        )
        values["status"] = Word("superseded", "superseded")


def read_value(
    spec: FieldSpec, text: str, settings: Settings, kind: str = "", *, word: str = ""
) -> tuple[Any, Problem | None]:
    """Read one text as a value of this field; return the value (None: none) and a problem.

    ``word`` is what its author calls the field: messages say so too.
    """
    value, problem = _read_value(spec, text, settings, kind)
    word = " ".join(word.split())
    if not word or header_word(word) == header_word(spec.option):
        return value, problem
    if spec.type == "refs" and value:
        value = tuple(SaidRef.of(ref, word) for ref in value)
    if problem is not None:
        message = problem.message.removeprefix(spec.option)
        problem = replace(problem, message=f"{word}{message}")
    return value, problem


def _read_value(
    spec: FieldSpec, text: str, settings: Settings, kind: str
) -> tuple[Any, Problem | None]:
    text, had_control = clean(text)
    text = text.strip()
    control = (
        Problem(Code.TEXT, f"{spec.option}: control characters were removed")
        if had_control
        else None
    )
    if spec.type in ("text", "inline"):
        return text, control
    # "None" and "n/a" are words of an amount: no time-out is not the same as an empty cell.
    worded = spec.type == "amount" and text[:1].isalpha()
    if spec.type != "flag" and is_nothing(text) and not worded:
        return EMPTY[spec.type], control
    if spec.type == "refs" and is_asked(text):
        return EMPTY[spec.type], control
    value, problem = _READERS[spec.type](spec, text, settings, kind)
    if problem and spec.type in ("choice", "level", "date") and is_unsettled(text):
        return value, control  # the author's word, without a meaning
    if problem and _PLACEHOLDER.fullmatch(text):
        # What a template has left is a finding of its own, with its line; once is enough.
        return (EMPTY[spec.type] if spec.type == "refs" else value), control
    return value, problem or control


#: What a template leaves where a value belongs; see ``formats.leftovers`` for the finding.
_PLACEHOLDER = re.compile(r"\[@?[^\W\d_][^\[\]]*\]|\{\{[^{}]*\}\}|YYYY[-/.]MM[-/.]DD")


def _choice(spec: FieldSpec, text: str, settings: Settings, kind: str) -> tuple[Any, Any]:
    vocabulary = settings.vocabulary(spec, kind)
    if vocabulary is None:
        return Word("", text), None
    term = vocabulary.exactly(text)
    if term is None and spec.type == "level":
        step = step_of(text, len(vocabulary.terms), share=spec.name == "likelihood")
        term = vocabulary.terms[step] if step is not None else _level(vocabulary, text)
    elif term is None and spec.name == "status":
        term = vocabulary.find(text)
    if term is not None:
        return Word(term.key, text), None
    code = Code.STATUS if spec.name == "status" else Code.VALUE
    message = f"{spec.option}: {text!r} is no known word; {vocabulary.hint(text)}"
    return Word("", text), Problem(code, message)


#: What parts a level from the number beside it: ``High (5)``, ``3 - High``, ``Level 3: high``.
_BESIDE = re.compile(r"\s[-–—]\s|[():=\d]")
_LETTER = re.compile(r"\W*[^\W\d_](?!\w)")


def _level(vocabulary: Vocabulary, text: str) -> Term | None:
    """Return the level said in words; the number beside it may count on another scale."""
    for part in _BESIDE.split(last_step(text)):
        term = vocabulary.exactly(part)
        # A single letter counts only by itself: "H", but not "M. Smith decides".
        if term is None and not _LETTER.match(part):
            term = vocabulary.find(part)
        if term is not None:
            return term
    return None


#: Days that are still to come are often a month or a quarter.
_TO_COME = ("due", "review", "next_review")


def _date(spec: FieldSpec, text: str, _settings: Settings, _kind: str) -> tuple[Any, Any]:
    found = read_date(text) or (by_when(text) if spec.name in _TO_COME else None)
    if found is not None:
        return found, None
    message = f"{spec.option}: {text!r} is no date; write it as 2026-01-20"
    return When("", text), Problem(Code.DATE, message)


def _refs(spec: FieldSpec, text: str, _settings: Settings, _kind: str) -> tuple[Any, Any]:
    if not NAME_ASKED.sub("", text).strip(" ,;\n"):
        return (), None  # the finding about placeholders is enough
    found, bad = read_refs(text)
    if not bad:
        return found, None
    if names_blocks(spec) and all(map(may_be_title, bad)):  # it is known later who is called so
        return (*found, *map(Ref, bad)), None
    message = (
        f"{spec.option}: {_cut(bad[0])!r} is no id; ids hold letters, digits, '.', '_' and '-', "
        "and commas stand between them"
    )
    return found, Problem(Code.ID, message)


def _cut(text: str, most: int = 80) -> str:
    return text if len(text) <= most else f"{text[:most]}…"


def _number(spec: FieldSpec, text: str, _settings: Settings, _kind: str) -> tuple[Any, Any]:
    found = read_number(text)
    if found is not None:
        return found, None
    return None, Problem(Code.VALUE, f"{spec.option}: {text!r} is no number")


def _range(spec: FieldSpec, text: str, _settings: Settings, _kind: str) -> tuple[Any, Any]:
    found = read_range(text)
    if found is not None:
        return found, None
    return None, Problem(
        Code.VALUE, f"{spec.option}: {text!r} is no number or range like 8-10 days"
    )


def _amount(spec: FieldSpec, text: str, _settings: Settings, _kind: str) -> tuple[Any, Any]:
    from sphinx_archdoc.model.quantities import read_amount

    found = read_amount(text)
    if found.low is not None or not spec.required:
        return found, None
    return found, Problem(Code.VALUE, f"{spec.option}: {text!r} has no amount, such as 200 ms")


def _flag(spec: FieldSpec, text: str, _settings: Settings, _kind: str) -> tuple[Any, Any]:
    found = read_flag(text)
    if found is not None:
        return found, None
    return None, Problem(Code.VALUE, f"{spec.option}: {text!r} is neither yes nor no")


def _list(_spec: FieldSpec, text: str, _settings: Settings, _kind: str) -> tuple[Any, Any]:
    return tuple(split_list(text)), None


def _people(_spec: FieldSpec, text: str, _settings: Settings, _kind: str) -> tuple[Any, Any]:
    return read_people(text), None


_READERS = {
    "choice": _choice,
    "level": _choice,
    "date": _date,
    "refs": _refs,
    "number": _number,
    "range": _range,
    "amount": _amount,
    "flag": _flag,
    "tags": _list,
    "people": _people,
}
