"""The words of the command line in the language of the environment, as programs of GNU have it.

Findings are no words of ours to people alone: they are the same in every language, as in a build,
so that what a colleague reads can be searched for. So is all that programs read.
"""

from __future__ import annotations

import copy
import gettext
import inspect
import os
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sphinx_archdoc.model.marking import mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_CATALOG = "sphinx_archdoc"
_FOLDER = Path(__file__).parent.parent / "locale"
#: What `gettext` looks at, the first that is set wins.
_SAID_BY = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
#: The sign by which click knows lines that it must not join.
_AS_IT_IS = "\b"
#: A line of an example and, apart from it, what it does.
_EXAMPLE = re.compile(r"(?P<said>.*\S {2,})(?P<means>\S.*)")
#: Words that click asks the catalogue for.
WORDS_OF_CLICK = (
    mark("Usage:"),
    mark("Options"),
    mark("Commands"),
    mark("Show this message and exit."),
    mark("Show the version and exit."),
    mark("default: {default}"),
    mark("Try '{command} {option}' for help."),
    mark("Error: {message}"),
    mark("Invalid value: {message}"),
    mark("Invalid value for {param_hint}: {message}"),
    mark("Missing argument"),
    mark("Missing option"),
    mark("Missing command."),
    mark("No such command {name!r}."),
    mark("No such option {name!r}."),
    mark("{name} {filename!r} does not exist."),
    mark("{name} {filename!r} is a file."),
    mark("Aborted!"),
)


def translate(text: str) -> str:
    """Return a text of ours in the language of the environment."""
    return _catalog(tuple(os.environ.get(name, "") for name in _SAID_BY)).gettext(text)


@cache
def _catalog(said: tuple[str, ...]) -> gettext.NullTranslations:
    return gettext.translation(_CATALOG, _FOLDER, fallback=True)


def counted(number: int, one: str, many: str, **facts: object) -> str:
    """Return how many of something there are: ``one`` and ``many`` are marked, with ``{n}``."""
    return translate(one if number == 1 else many).format(n=number, **facts)


class Speaking(click.Group):
    """The commands, whose help is in the language of the environment."""

    def main(self, *arguments: Any, **named: Any) -> Any:
        """Run a command; click's own words come from our catalogue too."""
        gettext.bindtextdomain(_CATALOG, str(_FOLDER))
        gettext.textdomain(_CATALOG)
        return click.Group.main(translated(self), *arguments, **named)


def translated(command: click.Command) -> click.Command:
    """Return a command with its help, that of its options and of the commands below it."""
    said = copy.copy(command)
    said.help = reworded(command.help or "", translate)
    said.params = [*map(_option, command.params)]
    if isinstance(said, click.Group):
        said.commands = {name: translated(below) for name, below in said.commands.items()}
    return said


def _option(param: click.Parameter) -> click.Parameter:
    if not isinstance(param, click.Option) or not param.help:
        return param
    said = copy.copy(param)
    said.help = translate(" ".join(param.help.split()))
    return said


def words_of(command: click.Command) -> Iterator[str]:
    """Yield what is to be translated of the help of a command and of those below it."""
    found: list[str] = []

    def note(text: str) -> str:
        found.append(text)
        return text

    reworded(command.help or "", note)
    yield from found
    for param in command.params:
        if isinstance(param, click.Option) and param.help:
            yield " ".join(param.help.split())
    if isinstance(command, click.Group):
        for name in command.commands:
            yield from words_of(command.commands[name])


def reworded(help_text: str, say: Callable[[str], str]) -> str:
    """Return a help text with each paragraph said; of lines of examples, only what they do."""
    parts = []
    for part in inspect.cleandoc(help_text).split("\n\n"):
        if part.startswith(_AS_IT_IS):
            parts.append("\n".join(_example(line, say) for line in part.split("\n")))
        elif part:
            parts.append(say(" ".join(part.split())))
    return "\n\n".join(parts)


def _example(line: str, say: Callable[[str], str]) -> str:
    found = _EXAMPLE.fullmatch(line)
    return f"{found['said']}{say(found['means'])}" if found else line
