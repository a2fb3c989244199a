"""Decisions in Markdown in a project that reads no Markdown: they would be missing without a word.

Only files whose name has a number or a date count. They are certainly decisions; a `README.md`
beside decisions in reStructuredText is meant for others.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.matching import get_matching_files

from sphinx_archdoc.formats.adr_names import skipped_by_name
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.file_names import named
from sphinx_archdoc.sphinxext.domain import domain_of
from sphinx_archdoc.sphinxext.settings_place import place_of
from sphinx_archdoc.sphinxext.warnings import warn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

_MARKDOWN = ".md"


def say_unread(app: Sphinx) -> None:
    """Report decisions where no extension reads Markdown, once for the project."""
    found = sorted(_decisions(app))
    if found:
        more = f" and {len(found) - 1} more" * (len(found) > 1)
        message = (
            f"{found[0]}{more}: no extension reads Markdown, so these decisions are missing; "
            "add 'myst_parser' to extensions, or name the files in exclude_patterns"
        )
        warn(Code.CONFIG, message, place_of(app.confdir, "extensions"))


def _decisions(app: Sphinx) -> Iterator[str]:
    keeps = domain_of(app.env).config.keeps_decisions
    for name, path in _files(app):
        said = named(path)
        if (
            (said.digits or said.date)
            and keeps(name.removesuffix(_MARKDOWN))
            and not skipped_by_name(name)
        ):
            yield path


def _files(app: Sphinx) -> Iterator[tuple[str, str]]:
    """Yield the Markdown of the source folder and of mounted ones: as a page, and its path."""
    left_out = (
        *app.config.exclude_patterns,
        *app.config.templates_path,
        *app.builder.get_asset_paths(),
    )
    pattern = f"**{_MARKDOWN}"
    for path in get_matching_files(app.srcdir, (pattern,), left_out):
        yield path, path
    for name, folder in domain_of(app.env).config.adr_sources.items():
        if (at := Path(app.confdir, folder)).is_dir():
            for path in get_matching_files(at, (pattern,)):
                yield f"{name}/{path}", f"{folder}/{path}"
