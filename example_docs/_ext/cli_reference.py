"""The reference of the command line, made from the commands themselves."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING

import click
from reference import Generated
from reference_text import code, fence, table

from sphinx_archdoc.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

_NAMES = re.compile(
    r"(?<![`\w.-])(--[a-z][a-z-]*|ROOT|TITLE|DIR|conf\.py|archdoc_[a-z_]+|\.archdoc-cache)(?![`\w-])"
)
#: What click puts behind a help text: ``[default: text]``, ``[required]``.
_FACTS = re.compile(r"(.*?)(?: *\[(default: .*|required)\])?\Z", re.DOTALL)


class Commands(Generated):
    """Every command with its usage, its help and its options."""

    source = "cli/main.py"

    def sections(self) -> Iterator[tuple[str, str, str]]:
        """Yield a section for each command that does something."""
        for context in commands(click.Context(main, info_name="archdoc")):
            name = context.command_path
            usage = " ".join((name, *context.command.collect_usage_pieces(context)))
            parts = [
                as_markdown(inspect.cleandoc(context.command.help or "")),
                fence(usage, "text"),
            ]
            rows = [row for param in context.command.params if (row := described(param, context))]
            if rows:
                parts.append(table(("Option", "Meaning"), rows))
            yield name, name.replace(" ", "-"), "\n\n".join(parts)


def commands(context: click.Context) -> Iterator[click.Context]:
    """Yield the contexts of all commands that are no groups, in the order of names."""
    command = context.command
    if not isinstance(command, click.Group):
        yield context
        return
    for name in command.list_commands(context):
        found = command.get_command(context, name)
        if found is not None and not found.hidden:
            yield from commands(click.Context(found, info_name=name, parent=context))


def described(param: click.Parameter, context: click.Context) -> tuple[str, str] | None:
    """Return an option and what it means; its choices and its default are sentences."""
    record = param.get_help_record(context)
    if record is None or isinstance(param, click.Argument):  # an argument stands in the usage
        return None
    option, text = record
    text, facts = _FACTS.match(text).groups()
    told = [_coded(text.replace("*", "\\*"))] if text else []
    if isinstance(param.type, click.Choice):
        option = option.replace(param.make_metavar(context), "WORD")
        told.append(f"One of {code(param.type.choices)}.")
    if facts:
        word, _, value = facts.partition(": ")
        told.append(f"Default: `{value}`." if value else f"{word.capitalize()}.")
    return code(option.split(", ")), " ".join(told)


def _coded(text: str) -> str:
    """Return a help text with the names of options, arguments, files and settings as code."""
    return _NAMES.sub(r"`\1`", text)


def as_markdown(text: str) -> str:
    """Return the help of a command: lines that click must not join are a block of code."""
    parts = []
    for part in inspect.cleandoc(text).split("\n\n"):
        kept, lines = part.startswith("\b"), part.removeprefix("\b").strip("\n")
        parts.append(fence(lines, "text") if kept else _coded(lines))
    return "\n\n".join(parts)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directive."""
    app.add_directive("arch-docs-commands", Commands)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
