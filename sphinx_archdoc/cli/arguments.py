"""What several commands take: where to look, and how to say it."""

from __future__ import annotations

from pathlib import Path

import click

from sphinx_archdoc.cli.output import FORMATS

ROOT = click.argument(
    "root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
)
FORM = click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="For people, for programs, or for the lines of a pull request on GitHub.",
)
TEXT_OR_JSON = click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="For people, or for programs.",
)
CACHE = click.option(
    "--cache/--no-cache",
    default=True,
    help="Keep what was read in .archdoc-cache beside conf.py, so that the next command reads only "
    "pages that changed. On by default.",
)
NO_SPHINX = click.option(
    "--no-sphinx", is_flag=True, help="Read decisions only, also where a conf.py is."
)
