"""From an author's raw texts to the values of a record: all problems at once, each with a hint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.fields import EMPTY
from sphinx_archdoc.model.findings import Problem, suggestion
from sphinx_archdoc.model.kind import header_word
from sphinx_archdoc.model.values import (
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
from sphinx_archdoc.model.words import Word

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx_archdoc.model.fields import FieldSpec, Settings
    from sphinx_archdoc.model.kind import Kind


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
    handled = set(known)
    for name, text in raw.items():
        if name in handled:
            continue
        spec = kind.field(name) or by_header(kind, name)
        if spec is None:
            allowed = [*(field.option for field in kind.fields), *handled]
            hint = suggestion(name, allowed)
            problems.append(Problem(Code.OPTION, f"{kind.name} has no option {name!r}; {hint}"))
            continue
        if not kind.field(name) and (spec.option in raw or spec.name in raw):
            continue
        value, problem = read_value(spec, text or "", settings, kind.name)
        if problem:
            problems.append(problem)
        if value is not None:
            values[spec.name] = value
    return values, problems


def by_header(kind: Kind, header: str) -> FieldSpec | None:
    """Return the field that a table header or a synonym of an option names."""
    return kind.headers.get(header_word(header))


def read_value(
    spec: FieldSpec, text: str, settings: Settings, kind: str = ""
) -> tuple[Any, Problem | None]:
    """Read one text as a value of this field; return the value (None: none) and a problem."""
    text, had_control = clean(text)
    text = text.strip()
    control = (
        Problem(Code.TEXT, f"{spec.option}: control characters were removed")
        if had_control
        else None
    )
    if spec.type in ("text", "inline"):
        return text, control
    if spec.type != "flag" and is_nothing(text):
        return EMPTY[spec.type], control
    value, problem = _READERS[spec.type](spec, text, settings, kind)
    return value, problem or control


def _choice(spec: FieldSpec, text: str, settings: Settings, kind: str) -> tuple[Any, Any]:
    vocabulary = settings.vocabulary(spec, kind)
    if vocabulary is None:
        return Word("", text), None
    term = vocabulary.exactly(text) or (vocabulary.find(text) if spec.name == "status" else None)
    if term is not None:
        return Word(term.key, text), None
    code = Code.STATUS if spec.name == "status" else Code.VALUE
    hint = suggestion(text, vocabulary.words())
    return Word("", text), Problem(code, f"{spec.option}: {text!r} is no known word; {hint}")


def _date(spec: FieldSpec, text: str, _settings: Settings, _kind: str) -> tuple[Any, Any]:
    found = read_date(text)
    if found is not None:
        return found, None
    message = f"{spec.option}: {text!r} is no date; write it as 2026-01-20"
    return When("", text), Problem(Code.DATE, message)


def _refs(spec: FieldSpec, text: str, _settings: Settings, _kind: str) -> tuple[Any, Any]:
    found, bad = read_refs(text)
    if not bad:
        return found, None
    message = (
        f"{spec.option}: {bad[0]!r} is no id; ids hold letters, digits, '.', '_' and '-', "
        "and commas stand between them"
    )
    return found, Problem(Code.ID, message)


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


def _flag(spec: FieldSpec, text: str, _settings: Settings, _kind: str) -> tuple[Any, Any]:
    found = read_flag(text)
    if found is not None:
        return found, None
    return None, Problem(Code.VALUE, f"{spec.option}: {text!r} is neither yes nor no")


def _list(_spec: FieldSpec, text: str, _settings: Settings, _kind: str) -> tuple[Any, Any]:
    return tuple(split_list(text)), None


_READERS = {
    "choice": _choice,
    "level": _choice,
    "date": _date,
    "refs": _refs,
    "number": _number,
    "range": _range,
    "flag": _flag,
    "tags": _list,
    "people": _list,
}
