"""The command that checks a project, and the one that says what a document lacks."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from sphinx_archdoc.cli.arguments import CACHE, FORM, NO_SPHINX, ROOT
from sphinx_archdoc.cli.output import print_findings
from sphinx_archdoc.cli.project import project_at, settings_in_conf
from sphinx_archdoc.cli.speaking import translate
from sphinx_archdoc.cli.telling import outcome
from sphinx_archdoc.model.marking import mark
from sphinx_archdoc.templates import NAMES

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_archdoc.cli.remark import Remark
    from sphinx_archdoc.rules import Reported


@click.command()
@ROOT
@FORM
@click.option(
    "--base",
    metavar="REF",
    help="Compare with this git revision too: a merged accepted decision must not be deleted "
    "or renumbered, and no number used again.",
)
@NO_SPHINX
@CACHE
@click.option(
    "--completeness",
    is_flag=True,
    help="Say instead what the document still lacks: placeholders, empty sections and tables, "
    "and the checks of its template that are not passed.",
)
@click.option(
    "--pages",
    metavar="PATTERN",
    multiple=True,
    help="With --completeness: only these pages, by name or pattern (shop, 'shop/*'); for one "
    "document of several. May be given several times.",
)
@click.option(
    "--template",
    type=click.Choice(NAMES),
    help="With --completeness: the template of the document. Default: archdoc_template.",
)
def check(
    root: Path,
    form: str,
    base: str | None,
    no_sphinx: bool,
    cache: bool,
    completeness: bool,
    pages: tuple[str, ...],
    template: str | None,
) -> None:
    """Report what is wrong below ROOT, as a build would.

    With a conf.py in ROOT (or in docs, doc, docs/source) the project is read as Sphinx reads it
    and no page is written; otherwise the decisions in the usual folders are read.

    Exit code: 0 nothing wrong (or only information), 1 findings, 2 could not run.
    """
    from sphinx_archdoc.cli.build import findings_of_build
    from sphinx_archdoc.cli.files import conf_folder

    conf = None if no_sphinx else conf_folder(root)
    if completeness:
        if base or not conf:
            why = mark("--completeness reads a project as Sphinx does; --base is not for it")
            if not base:
                why = mark("--completeness reads a project as Sphinx does; {root} has no conf.py")
            raise click.UsageError(translate(why).format(root=root))
        from sphinx_archdoc.cli.lacking import lacking

        lacks = lacking(conf, root, pages, template or "")
        print_findings(lacks.findings, form, root)
        if form == "text":
            click.echo(lacks.summary, err=True)
        sys.exit(1 if lacks.findings else 0)
    if pages or template:
        raise click.UsageError(translate("--pages and --template are for --completeness"))
    if conf:
        built = findings_of_build(conf, root, cache=cache)
        found: list[Reported | Remark] = [*built.findings]
        records = built.records
    else:
        project = project_at(root)
        found, records = [*project.findings()], len(project.folder.adopted)
        for name in settings_in_conf(root).computed:
            said = translate("archdoc_{name} in conf.py is computed there and not used here")
            click.echo(said.format(name=name), err=True)
    if base:
        from sphinx_archdoc.cli.history import compared_with

        found = [*found, *compared_with(root, base)]
    print_findings(found, form, root)
    wrong = [item for item in found if item.level != "info"]
    if form == "text":
        click.echo(outcome(root, records, len(wrong)), err=True)
    sys.exit(1 if wrong else 0)
