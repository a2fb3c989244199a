"""The general index is written again only when it can have changed.

Sphinx writes it in every build, also in one that reads nothing. With an entry for each record that
is the longest part of a small build.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_archdoc.sphinxext.domain import domain_of
from sphinx_archdoc.sphinxext.written import index_is_stale, index_is_written

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from sphinx_archdoc.sphinxext.domain import ArchDomain


def note(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Remember what a page gave to the index page before it is read again (``env-purge-doc``)."""
    given = domain_of(env).given
    if docname not in given:
        given[docname] = _given(env, docname)


def compare(app: Sphinx, env: BuildEnvironment) -> None:
    """Note an index that must be written (``env-updated``, before the environment is stored).

    For every output of these pages, also those that other builders write later.
    """
    _follow_tags(env)
    given = domain_of(env).given
    if any(before != _given(env, docname) for docname, before in given.items()):
        index_is_stale(app)
    domain_of(env).navigation_kept = index_is_written(app)


def _follow_tags(env: BuildEnvironment) -> None:
    """List the entries under ``only`` that hold in this build; pages are not read again for it."""
    domain = domain_of(env)
    holds = domain.builder.tags.eval_condition
    for docname, found in domain.conditional_entries.items():
        hidden = {item.entry for item in found}
        entries = env.domaindata["index"]["entries"].setdefault(docname, [])
        entries[:] = [entry for entry in entries if entry not in hidden]
        entries += [item.entry for item in found if all(map(holds, item.only))]


def keep(app: Sphinx, builder: Builder) -> None:
    """Leave the written index as it is where no page gives anything else (``write-started``)."""
    from sphinx.builders.html import StandaloneHTMLBuilder

    vars(builder).pop("write_genindex", None)  # of an earlier build in the same process
    if (
        isinstance(builder, StandaloneHTMLBuilder)
        and builder.use_index
        and not app.config.html_split_index
        and may_stay(domain_of(app.env), "genindex")
    ):
        # There is no event to say it by.
        builder.write_genindex = _nothing  # type: ignore[method-assign]


def may_stay(domain: ArchDomain, name: str) -> bool:
    """Tell whether an index page that shows the right entries is right in all else too.

    It is there and newer than the templates, and the navigation beside it is the same.
    """
    from sphinx.builders.html import StandaloneHTMLBuilder

    builder = domain.builder
    if (
        not isinstance(builder, StandaloneHTMLBuilder)
        or not domain.settled
        or not domain.navigation_kept
        or builder.config.html_last_updated_fmt
    ):
        return False
    page = Path(builder.get_outfilename(name))
    return page.exists() and page.stat().st_mtime >= builder.templates.newest_template_mtime()


def _nothing() -> None:
    """Write nothing."""


def _given(env: BuildEnvironment, docname: str) -> str | None:
    """Return a digest of what a page gives to the index page, None for a page that is not there.

    Its entries, and what themes show of it in the navigation.
    """
    if docname not in env.all_docs:
        return None
    toc, title = env.tocs.get(docname), env.titles.get(docname)
    shown = (
        env.domaindata["index"]["entries"].get(docname) or None,
        env.toctree_includes.get(docname),
        title is not None and title.astext(),
        toc is not None and toc.pformat(),
        env.metadata.get(docname) or None,
    )
    return hashlib.blake2b(repr(shown).encode(errors="surrogatepass"), digest_size=12).hexdigest()
