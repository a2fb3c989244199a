"""Options as the author wrote them: read by us, so that reST and MyST behave the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

#: ``:name: value``; the value may go on in deeper indented lines.
_OPTION = re.compile(r":(?P<name>[A-Za-z][\w -]*):(?:\s+(?P<value>.*))?\s*\Z")


class OpenOptions(dict[str, Callable[[str], Any]]):
    """An option specification that tools can read and that counts as none when asked.

    docutils drops a whole directive for one wrong option and MyST drops the option; docutils also
    parses options with a state machine of its own, a tenth of the time a record takes. A
    specification that is false makes both leave the options in the text, where we read them.
    """

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__(dict.fromkeys(names, str))

    def __bool__(self) -> bool:
        return False


class Taken(NamedTuple):
    """Options taken from the first lines of a text."""

    options: dict[str, str]
    lines: int  # how many lines they took
    repeated: tuple[str, ...] = ()
    fault: str = ""  # why a block between ``---`` lines could not be read


def is_option(line: str) -> bool:
    """Tell whether a line is an option, and not text or a role."""
    return _OPTION.match(line.lstrip()) is not None


def take_options(lines: list[str]) -> Taken:
    """Read ``:name: value`` lines, or a YAML block between ``---`` lines, at the top of a text."""
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if lines and first < len(lines) and lines[first].strip() == "---":
        return _yaml_block(lines, first)
    options: dict[str, str] = {}
    repeated: list[str] = []
    name = ""
    end = first
    for line in lines[first:]:
        match = _OPTION.match(line)
        if match:
            name = match["name"]
            repeated += [name] if name in options else []
            options[name] = _unquoted((match["value"] or "").strip())
        elif name and line.strip() and line[0].isspace():
            options[name] = f"{options[name]}\n{line.strip()}".strip()
        else:
            break
        end += 1
    return Taken(options, end, tuple(repeated)) if options else Taken({}, 0)


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value


def _yaml_block(lines: list[str], first: int) -> Taken:
    end = next((n for n in range(first + 1, len(lines)) if lines[n].strip() == "---"), 0)
    if not end:
        return Taken({}, 0)
    import yaml

    try:
        data = yaml.safe_load("\n".join(lines[first + 1 : end])) or {}
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        return Taken({}, end + 1, (), " ".join(str(error).split())[:200])
    if not isinstance(data, dict):
        return Taken({}, end + 1, (), "it holds no 'name: value' lines")
    return Taken({str(name): _text(value) for name, value in data.items()}, end + 1)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return ", ".join(str(item) for item in value)
    return str(value)
