"""Commands for those who write: completion in editors, and a preview."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sphinx_archdoc.cli.output import give, print_json
from sphinx_archdoc.cli.speaking import translate


@click.command()
@click.option(
    "--data",
    metavar="KIND",
    help="The schema of YAML and JSON files with records of this kind instead, such as `risk`.",
)
def schema(data: str | None) -> None:
    """Print the JSON Schema of archdoc.json, or of data files that tables read."""
    from sphinx_archdoc import kinds
    from sphinx_archdoc.model.data_schema import data_schema
    from sphinx_archdoc.model.findings import suggestion
    from sphinx_archdoc.model.schema import json_schema

    registry = kinds.load()
    if data is not None and data not in registry:
        hint = suggestion(data, dict.fromkeys(registry.names()))
        said = translate("there is no kind {word!r}; {hint}").format(word=data, hint=hint)
        raise click.BadParameter(said, param_hint="--data")
    made = json_schema(registry) if data is None else data_schema(registry[data])
    print_json(made, sort_keys=data is None)


@click.command()
@click.option("--editor", type=click.Choice(("vscode",)), default="vscode", show_default=True)
@click.option("--format", "form", type=click.Choice(("md", "rst")), default="md", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File; default: print.")
def snippets(editor: str, form: str, output: Path | None) -> None:
    """Print snippets of all directives for an editor, in Markdown (MyST) or reStructuredText.

    For Visual Studio Code:

    \b
    archdoc snippets -o .vscode/archdoc.code-snippets
    """  # noqa: D301 -- click's sign for lines it must not join
    from sphinx_archdoc.cli.snippets import vscode

    give(vscode(form), output)


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
@click.option("--port", default=8000, show_default=True, help="0 for any that is free.")
@click.option("--open", "open_browser", is_flag=True, help="Open the pages in the browser.")
@click.argument("more", nargs=-1, type=click.UNPROCESSED)
def preview(root: Path, port: int, open_browser: bool, more: tuple[str, ...]) -> None:
    """Show the documentation below ROOT in the browser, and build it again with every change.

    What follows `--` goes to sphinx-autobuild, for example to read all pages anew:

    \b
    archdoc preview docs -- -E
    """  # noqa: D301 -- click's sign for lines it must not join
    from sphinx_archdoc.cli.preview import preview as serve

    sys.exit(serve(root, port, more, open_browser=open_browser))
