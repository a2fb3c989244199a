"""What a document still lacks: placeholders, empty sections and tables, checks not passed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from sphinx_archdoc.checks.dashboard import answers_of
from sphinx_archdoc.cli.build import below, project_read
from sphinx_archdoc.cli.refused import Refused
from sphinx_archdoc.cli.speaking import counted, translate
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding, Location, suggestion
from sphinx_archdoc.model.marking import mark
from sphinx_archdoc.rules import Reported
from sphinx_archdoc.templates import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sphinx_archdoc.checks.outcome import Outcome
    from sphinx_archdoc.checks.review import Review

#: Its findings are those of the placeholders, which are told one by one.
_TOLD_ONE_BY_ONE = "no-placeholders"
_OF_CHECKS = mark("passed: {count} of {total} checks")
_OF_TEMPLATE = mark("passed: {count} of {total} checks of the template {name}")
_NO_TEMPLATE = mark(
    "without a template every check is asked: choose one with --template ({names}), "
    "or for good with archdoc_template in conf.py"
)
_WITHOUT = mark(
    'a check that asks for what you do not need is dropped in conf.py: archdoc_rules = {{"{name}": '
    '"off"}}'
)
_LEFT = (mark("{n} placeholder is left"), mark("{n} placeholders are left"))
_EMPTY = (mark("{n} section or table is empty"), mark("{n} sections or tables are empty"))


class Lacking(NamedTuple):
    """What is missing, and a sentence about it."""

    findings: list[Reported]
    summary: str


def lacking(conf: Path, root: Path, pages: tuple[str, ...] = (), template: str = "") -> Lacking:
    """Read a project as Sphinx does and return what its document lacks.

    ``pages`` are patterns of the names of its pages, where the project has more;
    ``template`` is another one than the settings name.

    :raises Refused: Sphinx cannot read the project, it does not use this extension, or has no
        such pages.
    """
    with project_read(conf) as app:
        domain: Any = app.env.domains.get("arch")  # the only way to it: it is Sphinx's side
        if domain is None:
            raise Refused(
                translate("{file} has to name the extension").format(file=conf / "conf.py")
            )
        review = domain.computed.review.on(pages)
        if strange := review.unmatched():
            hint = suggestion(strange[0], review.docnames)
            said = translate("no page is called {name!r}; {hint}")
            raise Refused(said.format(name=strange[0], hint=hint))
        named = template or domain.config.template
        review = replace(review, template=named)
        place = _Places(root, conf, app.env)
        left = [*_placeholders(review, place)]
        empty = [
            place.found(Code.EMPTY, message, docname, line, "empty")
            for docname, line, message in domain.computed.empty_places()
            if review.covers(docname)
        ]
        asked = [*answers_of(domain.store, review)]
        failed = [
            place.answer(domain.store, name, outcome)
            for name, outcome in asked
            if not outcome.passed and not (left and name == _TOLD_ONE_BY_ONE)
        ]
        passed = sum(outcome.passed for _, outcome in asked)
    said = translate(_OF_TEMPLATE if named else _OF_CHECKS)
    passes = said.format(count=passed, total=len(asked), name=named)
    places, gaps = counted(len(left), *_LEFT), counted(len(empty), *_EMPTY)
    summary = f"{passes}; {places}, {gaps}"
    if failed:
        summary += "\n" + translate(_WITHOUT).format(name=failed[0].rule)
    if failed and not named:
        summary += "\n" + translate(_NO_TEMPLATE).format(names=", ".join(NAMES))
    by_place = sorted(
        [*left, *empty], key=lambda item: (item.finding.at.source, item.finding.at.line)
    )
    return Lacking([*by_place, *failed], summary)


def _placeholders(review: Review, place: _Places) -> Iterator[Reported]:
    for docname, spots in sorted(review.leftovers.items()):
        for spot in spots:
            message = f"the placeholder {spot.text} is left"
            yield place.found(Code.PLACEHOLDER, message, docname, spot.line, "placeholder")


class _Places:
    """Where things are, as seen from the folder of the project."""

    def __init__(self, root: Path, conf: Path, env: Any) -> None:
        self._root, self._conf, self._env = root, conf, env

    def found(self, code: Code, message: str, docname: str, line: int, rule: str) -> Reported:
        """Return a finding on a page."""
        file = below(self._root, str(self._env.doc2path(docname)))
        return Reported(Finding(code, message, Location(docname, file, line)), rule, "warning")

    def answer(self, store: Any, name: str, outcome: Outcome) -> Reported:
        """Return what a check found, at the first place it names, else at the settings."""
        reason = outcome.reason.format(count=outcome.number, total=outcome.total)
        message = " ".join([f"{name}: {reason}", ", ".join(outcome.records)]).strip()
        message += f" and {outcome.more} more" if outcome.more else ""
        record = store.get(outcome.records[0]) if outcome.records else None
        if record is not None:
            return self.found(Code.INCOMPLETE, message, record.at.docname, record.at.line, name)
        if outcome.place[0]:  # a page has a link behind the colon, a finding its file in front
            message = message.removesuffix(":")
            return self.found(Code.INCOMPLETE, message, outcome.place[0], 1, name)
        file = below(self._root, str((self._conf / "conf.py").resolve()))
        return Reported(Finding(Code.INCOMPLETE, message, Location("", file, 0)), name, "warning")
