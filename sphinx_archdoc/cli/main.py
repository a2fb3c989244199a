"""The command line itself: what can be asked, and what comes back."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sphinx_archdoc.cli.arguments import CACHE, NO_SPHINX, ROOT, TEXT_OR_JSON
from sphinx_archdoc.cli.checking import check
from sphinx_archdoc.cli.editors import preview, schema, snippets
from sphinx_archdoc.cli.output import (
    as_table,
    give,
    print_json,
    say_anything,
)
from sphinx_archdoc.cli.speaking import Speaking, translate
from sphinx_archdoc.cli.telling import none_found, say_what_becomes_pages, say_what_is_not_read
from sphinx_archdoc.templates import NAMES

if TYPE_CHECKING:
    import datetime as dt

    from sphinx_archdoc.templates.writing import Form


@click.group(cls=Speaking, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="sphinx-archdoc", prog_name="archdoc")
def main() -> None:
    """Start, preview and check architecture documentation, and work with its decisions.

    Decision files are read as they are (adr-tools, MADR, log4brains and their variations). No file
    that exists is changed, except by `new adr --status accepted --supersedes`.

    \b
    archdoc init shop-docs             a new project from a template, ready to build
    archdoc check --completeness       what the document still lacks
    archdoc adopt --check docs/adr     what is read from each file, and what is skipped
    archdoc check                      what is wrong; exit code 1 if anything is
    archdoc new adr "Use PostgreSQL"   the next free number, in the form of the others
    """  # noqa: D301 -- click's sign for lines it must not join
    say_anything()


@main.command()
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), default=".")
@click.option(
    "-t",
    "--template",
    "name",
    type=click.Choice(NAMES),
    default=NAMES[0],
    show_default=True,
    help="The document to begin with; see --list-templates.",
)
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(("md", "rst")),
    default="md",
    show_default=True,
    help="Markdown (MyST) or reStructuredText.",
)
@click.option("--title", help="Name of the system.")
@click.option("--author", help="Default: user.name of git.")
@click.option("--email", help="Default: user.email of git.")
@click.option(
    "--date",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Day of the first version. Default: today.",
)
@click.option("-n", "--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@click.option("--list-templates", is_flag=True, help="Say which templates there are, and stop.")
def init(
    folder: Path,
    name: str,
    form: Form,
    title: str | None,
    author: str | None,
    email: str | None,
    date: dt.datetime | None,
    dry_run: bool,
    list_templates: bool,
) -> None:
    """Start an architecture document in DIR: pages to fill in, settings, a first decision, CI.

    The project builds at once, with `sphinx-build -n -W docs build/html`. Fill in what is in
    square brackets; `archdoc check --completeness` lists what is left.

    On a terminal you are asked for what no option says. A file that exists is never touched: it
    is named, and the others are written.

    \b
    archdoc init shop-docs --title "Web shop"
    archdoc init . --template full --format rst

    Exit code: 0 all is written, 1 some files were there already, 2 wrong use.
    """  # noqa: D301 -- click's sign for lines it must not join
    from sphinx_archdoc.cli.starting import facts_for, start, templates_told, told

    if list_templates:
        click.echo(templates_told())
        return
    if folder.exists() and not folder.is_dir():
        raise click.UsageError(translate("{path} is no folder").format(path=folder))
    facts = facts_for(folder, title, author, email, date.date().isoformat() if date else None)
    done = start(folder, name, form, facts, dry_run=dry_run)
    click.echo(told(folder, name, done, dry_run=dry_run))
    sys.exit(1 if done.kept or done.twins else 0)


@main.command("list")
@ROOT
@click.option("--status", help="Only decisions with this status, such as accepted.")
@click.option("--tag", help="Only decisions with this tag.")
@TEXT_OR_JSON
@NO_SPHINX
@CACHE
def list_(
    root: Path, status: str | None, tag: str | None, form: str, no_sphinx: bool, cache: bool
) -> None:
    """List the decisions below ROOT with id, status, date and title.

    With a conf.py in ROOT (or in docs, doc, docs/source) they are those of the build, directives
    and tables included; otherwise the pages in the usual folders.
    """
    from sphinx_archdoc.cli.built_project import decisions_at
    from sphinx_archdoc.cli.listing import rows

    project = decisions_at(root, sphinx=not no_sphinx, cache=cache)
    found = rows(project, status, tag)
    if no_sphinx:
        say_what_is_not_read(root)
    if not any(project.store.of("decision")):
        click.echo(none_found(root), err=True)
    if form == "json":
        print_json(found)
        return
    names = ("id", "status", "date", "title")
    header = [translate(name).upper() for name in ("ID", "Status", "Date", "Title")]
    click.echo(as_table(header, [[row[name] for name in names] for row in found]))


@main.command()
@click.option("--check", "only_check", is_flag=True, required=True, help="Read and report only.")
@ROOT
@TEXT_OR_JSON
def adopt(root: Path, only_check: bool, form: str) -> None:
    """Show what is read from each file below ROOT, what is a guess, and what is skipped and why.

    The files need no change to be used: name their folder in `archdoc_adr_paths`, or in
    `archdoc_adr_sources` if it is outside the documentation. This command shows the result
    beforehand.
    """
    from sphinx_archdoc.cli.adopting import as_text, told

    found = told(root)
    if form == "json":
        print_json(found)
    else:
        click.echo(as_text(found))


@main.group()
def new() -> None:
    """Write a new record."""


@new.command("adr")
@click.argument("title")
@click.option(
    "--supersedes",
    metavar="ID",
    multiple=True,
    help="The decision that this one replaces; may be given several times.",
)
@click.option(
    "--dir",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where decisions are kept. Default: as .adr-dir says, else beside those that are there.",
)
@click.option("--status", default="proposed", show_default=True)
def new_adr(title: str, supersedes: tuple[str, ...], folder: Path | None, status: str) -> None:
    """Write a decision with TITLE: the next free number, in the form of the other decisions.

    With --supersedes the new decision names the old one. The old one holds until the new one is
    accepted, so its status becomes "Superseded by …" only with --status accepted; otherwise a line
    says what to do then. Prints the path of the new file.
    """
    from sphinx_archdoc.cli.making import make

    click.echo(make(Path(), folder, title, status, supersedes))


@main.command()
@ROOT
@click.option(
    "--to",
    "form",
    type=click.Choice(("json", "csv", "markdown", "madr", "needs", "json-adr")),
    default="json",
    show_default=True,
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File, or folder for madr.")
@NO_SPHINX
@CACHE
def export(root: Path, form: str, output: Path | None, no_sphinx: bool, cache: bool) -> None:
    """Write the decisions below ROOT in another form.

    With a conf.py they are those of the build, directives and tables included. In json and
    markdown all other records are there too.

    \b
    json      archdoc.json, as a build writes it (see `archdoc schema`)
    csv       a table
    markdown  all in one text, for readers and language models
    madr      one MADR 4 file for each decision, into the folder given with -o
    needs     needs.json of sphinx-needs
    json-adr  one JSON object for each decision, sections included
    """  # noqa: D301 -- click's sign for lines it must not join
    from sphinx_archdoc.cli.built_project import decisions_at
    from sphinx_archdoc.cli.exporting import exported, write_madr

    project = decisions_at(root, sphinx=not no_sphinx, cache=cache, texts=form == "markdown")
    if no_sphinx:
        say_what_is_not_read(root)
    if form == "madr":
        if output is None:
            raise click.UsageError(translate("madr needs a folder: -o DIR"))
        for path in write_madr(project, output):
            click.echo(path)
        say_what_becomes_pages(output)
        return
    give(exported(project, form), output)
    if output is not None:
        say_what_becomes_pages(output)


for _command in (check, schema, snippets, preview):
    main.add_command(_command)
