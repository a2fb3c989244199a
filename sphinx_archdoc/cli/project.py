"""A project as the commands see it: its settings, its decisions, and what is wrong with them."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sphinx_archdoc import kinds
from sphinx_archdoc.checks import check_names
from sphinx_archdoc.cli.conf_settings import conf_settings
from sphinx_archdoc.cli.files import conf_folder, read_files
from sphinx_archdoc.cli.refused import Refused
from sphinx_archdoc.cli.speaking import translate
from sphinx_archdoc.formats.adr_folder import Folder, read_folder
from sphinx_archdoc.formats.adr_page import decode
from sphinx_archdoc.model import setting_values
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.fields import Settings
from sphinx_archdoc.model.findings import Finding, Location
from sphinx_archdoc.model.rule_settings import (
    rule_settings,
    unknown_names,
    wrong_level,
    wrong_waiver,
)
from sphinx_archdoc.model.store import Store, pages_of
from sphinx_archdoc.model.words import DECISION_STATUS
from sphinx_archdoc.rules import Given, Reported, report, rules

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from sphinx_archdoc.cli.conf_settings import ConfSettings
    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.rule_settings import RuleSettings
    from sphinx_archdoc.model.vocabulary import Vocabulary

_MUST_BE: dict[str, Callable[[Any], str]] = {
    "rules": setting_values.mapping,
    "waivers": setting_values.waivers,
    "status_words": setting_values.words,
    "stale_days": setting_values.positive,
}


@dataclass(frozen=True)
class Project:
    """The decisions below a folder; ``settings`` are those of ``[tool.archdoc]``."""

    root: Path
    settings: Mapping[str, Any]
    files: Mapping[str, bytes]
    today: str

    @cached_property
    def kind(self) -> Kind:
        """The kind of decisions."""
        return kinds.load()["adr"]

    @cached_property
    def statuses(self) -> Vocabulary:
        """The words for a status, those of the project included."""
        spec = self.kind.field("status")
        words = _words(self.settings).vocabulary(spec, self.kind.name) if spec else None
        return words or DECISION_STATUS

    @property
    def written(self) -> Mapping[str, str]:
        """What was written about records that are no decisions, by id: there are none."""
        return {}

    @cached_property
    def folder(self) -> Folder:
        """What was read."""
        return decisions_in(self.files, self.settings)

    @cached_property
    def store(self) -> Store:
        """The decisions as a model."""
        registry = kinds.load()
        packed = (
            (item.record.at.docname, self.kind.pack(item.record)) for item in self.folder.adopted
        )
        return Store(pages_of(packed), registry)

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """The text of each decision by its path."""
        return {item.path: decode(self.files[item.path])[0] for item in self.folder.adopted}

    def path_of(self, record: Record) -> str:
        """Return the file of a record as it is seen from the root."""
        return record.at.source

    @property
    def _reading(self) -> Settings:
        return _words(self.settings)

    @cached_property
    def rule_settings(self) -> RuleSettings:
        """Which rules count, and how much."""
        return rule_settings(self.settings.get("rules", {}), self.settings.get("waivers", ()))

    def findings(self) -> list[Reported]:
        """Return what is wrong: what could not be read, and what the rules find."""
        given = Given(self.today, self.settings.get("stale_days", 90))
        place = Location("", "pyproject.toml", 1)
        over = (
            Finding(Code.WAIVER, message, place)
            for waiver in self.rule_settings.waivers
            if (message := waiver.over(self.today))
        )
        names, codes = [rule.name for rule in rules()], [code.value for code in Code]
        unknown = (
            Finding(problem.code, f"[tool.archdoc] {problem.message}", place)
            for problem in unknown_names(self.rule_settings, names, codes, check_names())
        )
        read = [
            Reported(finding, finding.code.value, level)
            for finding in (*self.folder.findings, *over, *unknown)
            if (level := self.rule_settings.level("", finding.code.value)) != "off"
        ]
        found = {
            item.finding: item for item in (*read, *report(self.store, self.rule_settings, given))
        }
        return sorted(found.values(), key=lambda item: _order(item.finding))


def _order(finding: Finding) -> tuple[str, int, str]:
    return (finding.at.source, finding.place.line, finding.message)


def decisions_in(files: Mapping[str, bytes], settings: Mapping[str, Any]) -> Folder:
    """Return the decisions in files, read with the words of the project."""
    return read_folder(files, kinds.load()["adr"], _words(settings))


def _words(settings: Mapping[str, Any]) -> Settings:
    return Settings(synonyms={"adr": settings.get("status_words", {})})


def project_at(root: Path) -> Project:
    """Return the project below a folder: pages in folders of the usual names, else all pages.

    :raises Refused: the settings are not valid.
    """
    files = read_files(root, usual=True) or read_files(root)
    said = settings_in_conf(root).values
    words = said.get("status_words")
    if isinstance(words, dict):
        said = {**said, "status_words": words.get("adr", {})}
    usable = {name: value for name, value in said.items() if not _MUST_BE[name](value)}
    if _wrong_entry(usable):
        usable = {}  # the build says what is wrong with them
    return Project(root, {**usable, **settings_of(root)}, files, today())


def settings_in_conf(root: Path) -> ConfSettings:
    """Return what the conf.py of a project says of those settings that count without Sphinx."""
    return conf_settings(conf_folder(root), frozenset(_MUST_BE))


def today() -> str:
    """Return the day as ``2026-01-20``, the same in every time zone."""
    return dt.datetime.now(dt.UTC).date().isoformat()


def settings_of(root: Path) -> dict[str, Any]:
    """Return the table ``[tool.archdoc]`` of the nearest pyproject.toml, checked.

    :raises Refused: it cannot be read, or says what is not allowed.
    """
    for folder in (root, *root.resolve().parents):
        path = folder / "pyproject.toml"
        if path.is_file():
            try:
                loaded = tomllib.loads(path.read_text(encoding="utf-8"))
            except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
                said = translate("{path}: not valid TOML: {error}")
                raise Refused(said.format(path=path, error=error)) from error
            except OSError as error:
                raise Refused(f"{path}: {error.strerror}") from error
            tool = loaded.get("tool")
            found = _days_as_text(tool.get("archdoc", {})) if isinstance(tool, dict) else {}
            _check(path, found)
            return dict(found)
    return {}


def _days_as_text(value: Any) -> Any:
    """Return a value with TOML's own dates, which are written without quotes, as texts."""
    if isinstance(value, dict):
        return {name: _days_as_text(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_days_as_text(item) for item in value]
    return value.isoformat() if type(value) is dt.date else value


def _check(path: Path, found: Any) -> None:
    wrong = ""
    if not isinstance(found, dict) or set(found) - set(_MUST_BE):
        wrong = f"known are {', '.join(_MUST_BE)}"
    else:
        said = (f"{name} {why}" for name, value in found.items() if (why := _MUST_BE[name](value)))
        wrong = next(said, "") or _wrong_entry(found)
    if wrong:
        raise Refused(f"{path}: [tool.archdoc]: {wrong}")


def _wrong_entry(settings: Mapping[str, Any]) -> str:
    """Name the first entry of the checks that is wrong, or nothing."""
    levels = (
        (f"rules.{name}", wrong_level(level)) for name, level in settings.get("rules", {}).items()
    )
    waivers = (
        (f"waivers[{at}]", wrong_waiver(item))
        for at, item in enumerate(settings.get("waivers", ()))
    )
    return next((f"{where}: {wrong}" for where, wrong in (*levels, *waivers) if wrong), "")
