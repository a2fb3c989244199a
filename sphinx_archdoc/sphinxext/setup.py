"""The whole wiring on one screen."""

from __future__ import annotations

import json
import zlib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_archdoc import __version__
from sphinx_archdoc.kinds import load, source_checksum
from sphinx_archdoc.model.checksum import sizes
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.sphinxext import (
    assets,
    book_images,
    book_targets,
    collector,
    config,
    consistency,
    derived_titles,
    doctrees,
    export,
    fence_transform,
    freshness,
    general_index,
    hidden,
    hover,
    markdown,
    mentions,
    myst_syntax,
    navigation,
    near_names,
    odd_bytes,
    open_fences,
    other_markup,
    plain_boxes,
    predraw,
    renderers,
    search_words,
    short_names,
    text_notes,
    transforms,
    unknown_targets,
    wrapped_tables,
    written,
)
from sphinx_archdoc.sphinxext.directives import directive_classes
from sphinx_archdoc.sphinxext.domain import ArchDomain, domain_of
from sphinx_archdoc.sphinxext.indices import INDICES
from sphinx_archdoc.sphinxext.labels import CATALOG, translate
from sphinx_archdoc.sphinxext.nodes import (
    archdoc_picture,
    archdoc_range,
    archdoc_relations,
    archdoc_rows,
    archdoc_slot,
    archdoc_tex,
    archdoc_words,
)
from sphinx_archdoc.sphinxext.settings_place import place_of
from sphinx_archdoc.sphinxext.visitors import (
    PICTURE_VISITORS,
    RANGE_VISITORS,
    RELATIONS_VISITORS,
    ROWS_VISITORS,
    TEX_VISITORS,
)
from sphinx_archdoc.sphinxext.warnings import warn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

    from sphinx_archdoc.model.findings import Problem
    from sphinx_archdoc.model.kind import Registry


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register everything with Sphinx."""
    app.require_sphinx((8, 2))
    collector.begin(app)
    config.register(app)
    app.add_message_catalog(CATALOG, str(Path(__file__).parent.parent / "locale"))
    app.add_domain(ArchDomain)
    for index in INDICES:
        index.localname = translate(index.title)  # a plain text, of the catalogue added above
        app.add_index_to_domain("arch", index)
    _add_nodes(app)
    app.add_transform(fence_transform.KeepMessages)
    app.add_transform(fence_transform.TakeFences)
    app.add_post_transform(transforms.FillSlots)
    app.add_post_transform(hidden.LeaveOutHidden)
    app.add_post_transform(plain_boxes.PlainBoxes)
    app.add_post_transform(book_targets.BookTargets)
    app.add_post_transform(book_targets.RootTarget)
    # Before 500, where others start to use what the configuration says.
    app.connect("config-inited", _start, priority=400)
    app.connect("builder-inited", _start_build)
    # Before Sphinx's collectors (500) note images and downloads.
    app.connect("doctree-read", _close_links, priority=300)
    app.connect("source-read", doctrees.let_go_before)
    app.connect("source-read", odd_bytes.note)
    app.connect("source-read", text_notes.note)
    app.connect("source-read", open_fences.note)
    app.connect("env-get-outdated", _adopted_anew)
    app.connect("doctree-read", mentions.collect)
    app.connect("doctree-read", myst_syntax.say_closed_fences)
    other_markup.connect(app)
    # After Sphinx has collected the contents of the page (500).
    app.connect("doctree-read", navigation.wrap_entries, priority=600)
    # Before Sphinx's collectors (500) forget the page.
    app.connect("env-purge-doc", general_index.note, priority=100)
    app.connect("env-updated", doctrees.let_go)
    app.connect("env-updated", freshness.changed_pages)
    app.connect("env-updated", derived_titles.follow)
    app.connect("env-updated", general_index.compare)
    # When it is known what the pages show, and before anything is written.
    app.connect("env-updated", predraw.draw_new, priority=900)
    app.connect("env-check-consistency", consistency.check)
    app.connect("write-started", general_index.keep)
    app.connect("write-started", book_images.drop_of_old_pages)
    app.connect("html-page-context", book_images.drop_old)
    # After intersphinx (500), which may know it.
    app.connect("missing-reference", unknown_targets.show_unknown, priority=900)
    app.connect("warn-missing-reference", consistency.already_reported)
    app.connect("html-page-context", assets.add_style)
    app.connect("html-page-context", doctrees.forget_bytes)
    app.connect("doctree-resolved", search_words.remember_stems)
    # Before themes (500) ask for the navigation.
    app.connect("html-page-context", navigation.skip_entries, priority=100)
    # What the command line asks for.
    for name, answer in (("check", _check_only), ("texts", markdown.texts_of_blocks)):
        app.add_event(f"archdoc-{name}")
        app.connect(f"archdoc-{name}", answer)
    app.connect("build-finished", export.write)
    app.connect("build-finished", hover.write)
    app.connect("build-finished", markdown.write)
    app.connect("build-finished", written.confirm)
    return {
        "version": __version__,
        # Stored records hold the values of their fields in order, stored views their requests:
        # another schema cannot read them.
        "env_version": zlib.crc32(__version__.encode(), source_checksum() ^ _stored_forms()),
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def _add_nodes(app: Sphinx) -> None:
    app.add_node(archdoc_slot)
    app.add_node(archdoc_words)
    app.add_node(archdoc_picture, **PICTURE_VISITORS)
    app.add_node(archdoc_relations, **RELATIONS_VISITORS)
    app.add_node(archdoc_range, **RANGE_VISITORS)
    app.add_node(archdoc_rows, **ROWS_VISITORS)
    app.add_node(archdoc_tex, **TEX_VISITORS)


#: The folders of the code that makes what is stored beside the records: requests, picture data.
_STORING = (
    "model", "formats", "reading", "diagrams", "diagrams/engines", "diagrams/entity",
    "diagrams/sequence", "diagrams/timeline", "views", "checks", "sphinxext",
)  # fmt: skip


def _stored_forms() -> int:
    """Return a number that changes with the code that makes what is stored beside the records."""
    package = Path(__file__).parent.parent
    return sizes(package / name for name in _STORING)


def _start(app: Sphinx, sphinx_config: Config) -> None:
    config.check(app, sphinx_config)
    fence_transform.note_engines(sphinx_config, Path(app.srcdir))
    for problem in _kinds(_declared(sphinx_config))[1]:
        warn(Code.CONFIG, problem.message, place_of(app.confdir, "archdoc_kinds"))
    for name, directive in directive_classes(sphinx_config).items():
        app.add_directive_to_domain("arch", name, directive, override=True)
    short_names.register(app)
    short_names.register_fences(app)


def _close_links(app: Sphinx, document: nodes.document) -> None:
    if app.config.archdoc_adr_sources:
        from sphinx_archdoc.sphinxext.mounts import close_links

        close_links(app, document)


def _adopted_anew(
    app: Sphinx,
    env: BuildEnvironment,
    added: set[str],
    changed: set[str],
    removed: set[str],
) -> Iterable[str]:
    domain = domain_of(env)
    domain.adr_index = None
    if not domain.data["adopted"]:
        return []
    from sphinx_archdoc.sphinxext.adoption import outdated

    return outdated(app, env, added, changed, removed)


def _check_only(app: Sphinx, quickly: bool) -> None:
    from sphinx_archdoc.sphinxext.check_only import check_only

    check_only(app, quickly)


def _start_build(app: Sphinx) -> None:
    assets.add_static_path(app)
    if app.builder.name == "epub":
        from sphinx_archdoc.sphinxext.book_tables import LabelCells

        app.add_post_transform(LabelCells)
    if app.builder.format != "html":
        from sphinx_archdoc.sphinxext.html_breaks import BreakLines, PartWords

        app.add_post_transform(BreakLines if app.builder.format == "latex" else PartWords)
    if app.builder.format == "latex":
        from sphinx_archdoc.sphinxext import latex_style
        from sphinx_archdoc.sphinxext.printed import Print

        latex_style.add(app)
        app.add_post_transform(Print)
    if "furo" in app.extensions:
        app.add_post_transform(wrapped_tables.IdsOfTables)
    odd_bytes.accept(app)
    domain_of(app.env).prepare(app.builder)
    if app.config.archdoc_adr_sources or app.config.archdoc_markdown:
        from sphinx_archdoc.sphinxext.mounts import mount

        mount(app)
    renderers.offer_extra(app)
    renderers.check_renderer(app)
    if ".md" not in app.config.source_suffix:
        from sphinx_archdoc.sphinxext.unread_decisions import say_unread

        say_unread(app)
    near_names.offer(app)


def project_kinds(sphinx_config: Config) -> Registry:
    """Return the kinds of a project: ours, those of plug-ins, and those of its conf.py."""
    return _kinds(_declared(sphinx_config))[0]


def _declared(sphinx_config: Config) -> str:
    kinds = config.ArchdocConfig.of(sphinx_config).kinds
    return json.dumps(kinds, default=str)


@lru_cache(maxsize=8)
def _kinds(declared: str) -> tuple[Registry, list[Problem]]:
    built_in = load()
    if declared == "{}":
        return built_in, []
    from sphinx_archdoc.model.declare import kinds_from_config
    from sphinx_archdoc.views.catalog import catalog

    # Names of other directives; `container` and `option` are docutils' and Sphinx's.
    reserved = (*catalog(built_in), "c4-model", *short_names.RESERVED)
    own, problems = kinds_from_config(json.loads(declared), built_in, reserved=reserved)
    return built_in.extended(own), problems
