"""Options as the author wrote them: read by us, so that reST and MyST behave the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator
from typing import Any, NamedTuple

#: Options of every record directive that are no fields of its kind.
RECORD_OPTIONS = ("id", "title", "name", "class")
#: Options of ``c4-model``.
MODEL_OPTIONS = ("hide", "class", "name")

#: ``:name: value``; the value may go on in deeper indented lines.
_OPTION = re.compile(r":(?P<name>[A-Za-z][\w -]*):(?:\s++(?P<value>.*))?\s*+\Z")
#: ``:name value``, which lacks a colon.
_UNCLOSED = re.compile(r":(?P<name>[a-z][a-z-]*)(?:\s++(?P<value>[^`]*))?\Z")


class OpenOptions(dict[str, Callable[[str], Any]]):
    """An option specification that tools can read and that counts as none when asked.

    docutils drops a whole directive for one wrong option and MyST drops the option; docutils also
    parses options with a state machine of its own, a tenth of the time a record takes. A
    specification that is false makes both leave the options in the text, where we read them.
    """

    def __init__(self, names: Iterable[str] | Callable[[], Iterable[str]]) -> None:
        super().__init__()
        self._names = names

    def __bool__(self) -> bool:
        return False

    def _filled(self) -> dict[str, Callable[[str], Any]]:
        """Return the options; those of a kind are known when its module is loaded."""
        names = self._names() if callable(self._names) else self._names
        return dict.fromkeys(names, str)

    def __iter__(self) -> Iterator[str]:
        return iter(self._filled())

    def __len__(self) -> int:
        return len(self._filled())

    def __contains__(self, name: object) -> bool:
        return name in self._filled()

    def __getitem__(self, name: str) -> Callable[[str], Any]:
        return self._filled()[name]

    def keys(self) -> Any:
        """Return the names of the options."""
        return self._filled().keys()

    def items(self) -> Any:
        """Return the options with what reads each."""
        return self._filled().items()


_OPEN = "there is no line --- below them"


class Taken(NamedTuple):
    """Options taken from the first lines of a text."""

    options: dict[str, str]
    lines: int  # how many lines they took
    repeated: tuple[str, ...] = ()
    indented: tuple[str, ...] = ()  # those that stand deeper than options do
    unclosed: tuple[str, ...] = ()  # those without the colon behind their name
    fault: str = ""  # why a block between ``---`` lines could not be read
    at: dict[str, int] = {}  # noqa: RUF012 -- the line of each option, from 0; nobody adds to it


def is_option(line: str, known: Container[str] = ()) -> bool:
    """Tell whether a line is an option, and not text or a role; known ones may lack a colon."""
    return _OPTION.match(line.lstrip()) is not None or _slip(line.lstrip(), known) is not None


def _slip(line: str, known: Container[str]) -> re.Match[str] | None:
    """Return a line with a known option that lacks the colon behind its name."""
    found = _UNCLOSED.match(line)
    return found if found and found["name"] in known else None


def take_options(lines: list[str], known: Container[str] = ()) -> Taken:
    """Read ``:name: value`` lines, or a YAML block between ``---`` lines, at the top of a text.

    A deeper line that begins with one of the ``known`` options is that option: a slip. So is one
    that lacks the second colon. Capital letters in names of those are small ones.
    """
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if lines and first < len(lines) and lines[first].strip() == "---":
        return _yaml_block(lines, first, known)
    options: dict[str, str] = {}
    repeated: list[str] = []
    indented: list[str] = []
    unclosed: list[str] = []
    at: dict[str, int] = {}
    name = ""
    end = first
    for line in lines[first:]:
        match = _OPTION.match(line)
        deeper = _OPTION.match(line.lstrip()) if line[:1].isspace() else None
        if deeper and deeper["name"] in known:
            match = deeper
            indented.append(deeper["name"])
        slip = None if match else _slip(line, known)
        unclosed += [slip["name"]] if slip else []
        match = match or slip
        if match:
            name = _as_known(match["name"], known)
            at[name] = end
            repeated += [name] if name in options else []
            options[name] = _unquoted((match["value"] or "").strip())
        elif name and line.strip() and line[0].isspace():
            options[name] = f"{options[name]}\n{line.strip()}".strip()
        else:
            break
        end += 1
    if not options:
        return Taken({}, 0)
    return Taken(options, end, tuple(repeated), tuple(indented), tuple(unclosed), at=at)


def _as_known(name: str, known: Container[str]) -> str:
    """Return the name of an option in the small letters that docutils gives it."""
    small = name.lower()
    return small if small != name and small in known else name


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value


def _yaml_block(lines: list[str], first: int, known: Container[str]) -> Taken:
    end = next((n for n in range(first + 1, len(lines)) if lines[n].strip() == "---"), 0)
    if not end:
        return Taken({}, 0, fault=_OPEN)
    options: dict[str, str] = {}
    repeated: list[str] = []
    at: dict[str, int] = {}
    fault = ""
    try:
        for written, value, line in _pairs("\n".join(lines[first + 1 : end])):
            name = _as_known(written, known)
            repeated += [name] if name in options else []
            options[name], at[name] = value, first + 1 + line
    except ValueError as error:
        fault = " ".join(str(error).split())[:200]
    return Taken(options, end + 1, tuple(repeated), fault=fault, at=at)


def _pairs(text: str) -> Iterator[tuple[str, str, int]]:
    """Yield the names, values and lines (from 0) of a flat YAML mapping; lists become ``a, b``.

    Every value as it is written: nothing is constructed, so no tag, alias or nesting can do harm,
    and ``0012`` stays ``0012``.

    :raises ValueError: it is no YAML, or more than names with values and lists of values.
    """
    import yaml

    try:
        events = list(yaml.parse(text, Loader=yaml.BaseLoader))
        if any(isinstance(event, yaml.AliasEvent) for event in events):
            raise ValueError("aliases (*name) are not allowed here")
        top = yaml.compose(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as error:
        raise ValueError(str(error)) from error
    if top is None:
        return
    if not isinstance(top, yaml.MappingNode):
        raise ValueError("it holds no 'name: value' lines")  # noqa: TRY004 -- of the author's text
    for name, value in top.value:
        items = value.value if isinstance(value, yaml.SequenceNode) else [value]
        if not isinstance(name, yaml.ScalarNode):
            raise ValueError("it holds no 'name: value' lines")  # noqa: TRY004 -- see above
        if not all(isinstance(node, yaml.ScalarNode) for node in items):
            raise ValueError(f"{name.value}: a value is a text or a list of texts")
        yield name.value, ", ".join(filter(None, map(_written, items))), name.start_mark.line


def _written(node: Any) -> str:
    """Return a scalar as it is written; YAML's ways to say nothing are nothing."""
    says_nothing = node.style is None and node.value in ("~", "null", "Null", "NULL")
    return "" if says_nothing else str(node.value)
