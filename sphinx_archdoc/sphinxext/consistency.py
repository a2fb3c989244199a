"""Checks over the whole model, after all pages are read and merged."""

from __future__ import annotations

import zlib
from functools import partial
from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.sphinxext.circumstances import circumstances, today
from sphinx_archdoc.sphinxext.domain import domain_of
from sphinx_archdoc.sphinxext.elsewhere import external_ids
from sphinx_archdoc.sphinxext.settings_place import place_of
from sphinx_archdoc.sphinxext.warnings import placed, warn
from sphinx_archdoc.sphinxext.written import is_clean, key_of, note_clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.nodes import Element
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_archdoc.model.findings import Nearest, Problem
    from sphinx_archdoc.model.shown import ShownView
    from sphinx_archdoc.rules import Given
    from sphinx_archdoc.sphinxext.domain import ArchDomain
    from sphinx_archdoc.sphinxext.kept import Mentioned, ViewPlace


def check(app: Sphinx, env: BuildEnvironment) -> None:
    """Report what the rules find and roles that name nothing (``env-check-consistency``).

    Here and not in the directives: only now are duplicates and targets of all pages known, so
    serial and parallel builds say the same, and unchanged pages are looked at too.
    """
    domain = domain_of(env)
    _say_idle_paths(app, env)
    if not domain.pages:
        return
    state = _state(app, domain)
    if is_clean(app, state):
        return
    external = external_ids(env)
    # Two views may find the same record wrong.
    found = [*dict.fromkeys((*_found(env, domain, external), *_expired(app, domain)))]
    for code, message, place, level, rule, named in found:
        warn(code, message, place, level=level, rule=rule, named=named)
    if not found:
        note_clean(app, state)


def _say_idle_paths(app: Sphinx, env: BuildEnvironment) -> None:
    """Warn of patterns for decisions that fit no page."""
    from sphinx_archdoc.sphinxext.idle_paths import idle_paths

    for pattern, said in idle_paths(domain_of(env).config, env.found_docs):
        warn(Code.CONFIG, said, place_of(app.confdir, "archdoc_adr_paths", pattern))


def _found(
    env: BuildEnvironment, domain: ArchDomain, external: set[tuple[str, str]]
) -> Iterator[tuple[Code, str, str, str, str, tuple[str, ...]]]:
    """Yield code, message, place, level, rule (if any) and other places of all that is wrong."""
    from sphinx_archdoc.model.findings import with_places
    from sphinx_archdoc.rules import report

    settings = domain.config.rule_settings()
    for item in report(domain.store, settings, _given(domain, external)):
        finding = item.finding
        written = partial(placed, env)
        said = with_places(finding.message, finding.named, written)
        named = tuple(map(written, finding.named))
        yield finding.code, said, written(finding.place), item.level, item.rule, named
    for code, message, place in _references(env, domain, external):
        yield code, message, place, settings.level("", code.value), "", ()


def _expired(
    app: Sphinx, domain: ArchDomain
) -> Iterator[tuple[Code, str, str, str, str, tuple[str, ...]]]:
    """Yield the same of waivers whose time is over."""
    settings = domain.config.rule_settings()
    for waiver in settings.waivers:
        if over := waiver.over(today()):
            at = place_of(app.confdir, "archdoc_waivers")
            yield Code.WAIVER, over, at, settings.level("", Code.WAIVER.value), "", ()


def _references(
    env: BuildEnvironment, domain: ArchDomain, external: set[tuple[str, str]]
) -> Iterator[tuple[Code, str, str]]:
    """Yield what is wrong with views and roles."""
    from sphinx_archdoc.model.findings import Nearest

    for view, problem in _view_problems(domain):
        said = f"{view.name}: {problem.message}" if view.name else problem.message
        place = view.place_of(problem.option)
        yield problem.code, said, placed(env, problem.at) if problem.at else place
    for item, kind in _wrong_kinds(domain):
        message = f"{item.role} {item.target!r}: {item.target} is of the kind {kind}"
        yield Code.WRONG_KIND, message, item.place
    ids: Nearest | None = None
    for item in _unknown(domain):
        if not any((kind, item.target) in external for kind in _kinds_of(domain, item.role)):
            ids = ids or Nearest(domain.store.ids)
            near = ids.find(item.target)
            hint = f"; did you mean {near!r}?" if near else "; no record has this id"
            yield Code.REFERENCE, f"unknown {item.role} {item.target!r}{hint}", item.place


def _state(app: Sphinx, domain: ArchDomain) -> int:
    """Return a number that stays as long as the checks must say the same."""
    shown = (domain.generation, key_of(app), circumstances(domain))
    return zlib.crc32(repr(shown).encode(errors="surrogatepass"))


def _given(domain: ArchDomain, external: set[tuple[str, str]]) -> Given:
    """Return what rules may know beside the model."""
    from sphinx_archdoc.rules import Given, rules

    config = domain.config
    settings = config.rule_settings()
    on = {r.name for r in rules() if settings.level(r.name, r.code.value, r.level) != "off"}
    views: tuple[ShownView, ...] | None = None
    if "missing_view" in on:
        from sphinx_archdoc.sphinxext.shown_views import shown_views

        views = tuple(shown_views(domain))
    shown = frozenset(_shown(domain)) if "c4_no_view" in on else None
    elsewhere = frozenset(external)
    return Given(today(), config.stale_days, shown, config.scoring(), views, elsewhere)


def _shown(domain: ArchDomain) -> Iterator[str]:
    """Yield the ids of all records that a picture shows; computed only where a rule asks."""
    from sphinx_archdoc.diagrams.drawing import is_picture, picture_type
    from sphinx_archdoc.views.shown import record_shown

    for docname in sorted(domain.pages):
        for number, _ in enumerate(domain.pages[docname].views):
            data = domain.computed.view(docname, number)
            if is_picture(data):
                yield from (record_shown(name.id) for name in picture_type(data).names(data))


def already_reported(app: Sphinx, domain: object, node: Element) -> bool | None:
    """Keep Sphinx from reporting our references a second time in nitpicky builds."""
    return True if node.get("refdomain") == "arch" else None


def _view_problems(domain: ArchDomain) -> Iterator[tuple[ViewPlace, Problem]]:
    """Yield what is wrong with the views: columns of tables and ids are known only now."""
    for docname in sorted(domain.pages):
        for number, view in enumerate(domain.pages[docname].views):
            for problem in domain.computed.problems(docname, number):
                yield view, problem


def _wrong_kinds(domain: ArchDomain) -> Iterator[tuple[Mentioned, str]]:
    """Yield roles that name a record of another kind; ``element`` fits every building block."""
    for docname in sorted(domain.pages):
        for item in domain.pages[docname].mentions:
            record = domain.store.get(item.target) if item.role else None
            if record is not None:
                kind = domain.store.kind(record)
                fits = item.role == kind.name or (item.role, kind.family) == ("element", "element")
                if not fits:
                    yield item, kind.name


def _unknown(domain: ArchDomain) -> Iterator[Mentioned]:
    """Yield references of our roles that name no record, in the order of pages and lines."""
    for docname in sorted(domain.pages):
        for item in domain.pages[docname].mentions:
            if item.role and domain.store.named(item.role, item.target) not in domain.store:
                yield item


def _kinds_of(domain: ArchDomain, role: str) -> Iterator[str]:
    """Yield the kinds that a role may name: its own, or all building blocks."""
    yield role
    if role == "element":
        yield from (kind.name for kind in domain.registry.family("element"))
