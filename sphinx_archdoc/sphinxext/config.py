"""The configuration: each value declared once, with its check and its documentation."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any

from sphinx_archdoc.model import setting_values as shared
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.sphinxext import config_values as must_be
from sphinx_archdoc.sphinxext.settings_place import place_of
from sphinx_archdoc.sphinxext.warnings import warn

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx.application import Sphinx
    from sphinx.config import Config

    from sphinx_archdoc.model.fields import Settings
    from sphinx_archdoc.model.rule_settings import RuleSettings
    from sphinx_archdoc.model.scores import Scoring


def _value(default: Any, help_: str, rebuild: str, check: Callable[[Any], str]) -> Any:
    metadata = {"help": help_, "rebuild": rebuild, "check": check}
    if isinstance(default, (list, dict)):
        return field(default_factory=lambda: default, metadata=metadata)
    return field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchdocConfig:
    """All configuration values, without their prefix ``archdoc_``.

    ``rebuild`` is Sphinx's: ``env`` reads all pages again when the value changes, ``html`` only
    writes them again, an empty text does neither.
    """

    short_names: bool | list[str] = _value(
        True,
        "Directives and roles that also get a name without the prefix `arch:`: all (`True`), none "
        "(`False`), or those in a list.",
        "env",
        must_be.names,
    )
    kinds: dict[str, Any] = _value(
        {},
        "Record kinds of your own, by name. See “Kinds of your own”.",
        "env",
        shared.mapping,
    )
    adr_paths: list[str] = _value(
        ["adr/*", "adrs/*", "decisions/*", "**/adr/*", "**/adrs/*", "**/decisions/*"],
        "Pages that are decisions as they are, as patterns of page names, or as names of folders. "
        "Templates, index pages "
        "and pages that are no decision are skipped.",
        "env",
        must_be.texts,
    )
    adr_sources: dict[str, str] = _value(
        {},
        "Folders outside the source folder whose pages are decisions, by the name under which they "
        'appear: `{"decisions": "../doc/adr"}`, relative to `conf.py`. They are read in place.',
        "env",
        must_be.folders,
    )
    record_parts: str = _value(
        "rubric",
        "What the parts of a record (Context, Decision, …) are: `rubric` or `section`. Sections "
        "appear in every table of contents and slow down large builds.",
        "env",
        must_be.parts,
    )
    risk_scale: int = _value(
        3, "Steps of the scale for impact and likelihood: 3, 4 or 5.", "env", must_be.steps
    )
    risk_thresholds: list[int] | None = _value(
        None,
        "The lowest scores that are medium, high and critical. A score is impact × likelihood.",
        "env",
        must_be.thresholds,
    )
    computed: bool = _value(
        True,
        "Whether your own tables also show what follows from their rows: the score of a risk, the "
        "status of a goal, sums. The option `computed` decides for one table.",
        "env",
        must_be.yes_or_no,
    )
    status_words: dict[str, dict[str, str]] = _value(
        {},
        'More words for statuses, by kind: `{"adr": {"gilt": "accepted"}}`.',
        "env",
        must_be.status_words,
    )
    rules: dict[str, str] = _value(
        {},
        "How findings are reported, by the name of a rule or of a warning, with "
        '`*` for many: `{"adr-*": "warning", "self-link": "off"}`. One of `off`, `info`, '
        "`warning`, `error`; if several entries fit, the last one counts.",
        "",
        shared.mapping,
    )
    waivers: list[dict[str, str]] = _value(
        [],
        "Findings that you accept until a day: a list of `{rule, record, reason, until}`, such "
        'as `{"rule": "adr-successor", "record": "ADR-7", "reason": "…", "until": "2026-12-31"}`.',
        "",
        shared.waivers,
    )
    stale_days: int = _value(
        90,
        "Days after which a proposed decision is stale (rule `adr-stale`).",
        "",
        shared.positive,
    )
    template: str = _value(
        "",
        "The template that the document started from, as `archdoc init` notes it. Its checks say "
        "what the document still lacks; by default all named checks do.",
        "html",
        must_be.template,
    )
    layout: str | list[str] = _value(
        "graphviz-wasm",
        "What lays out pictures: the built-in engine, or a `dot`-compatible command as a list.",
        "env",
        must_be.layout,
    )
    renderer: str = _value(
        "svg",
        "What draws pictures: `svg`, `mermaid` (sphinxcontrib-mermaid, in HTML), `plantuml` "
        "(sphinxcontrib-plantuml), or `text` for the picture in words alone.",
        "html",
        must_be.renderer,
    )
    fences: bool | list[str] = _value(
        True,
        "Whether Mermaid and PlantUML texts are drawn: `True`, `False`, or a list with `mermaid` "
        "or `plantuml`.",
        "env",
        must_be.languages,
    )
    plantuml: str | list[str] = _value(
        "",
        "PlantUML for texts that the extension cannot draw itself: a command or the path of a jar. "
        "Default: the `plantuml` of sphinxcontrib-plantuml if it is set, else the extra.",
        "env",
        must_be.command,
    )
    cache_dir: str = _value(
        "",
        "Folder for finished pictures, below the source folder. Default: `.archdoc-cache` beside "
        "the doctree folder. If the doctrees are in the output folder: beside that if it has the "
        "name of its builder (`build/html`), else with the doctrees.",
        "",
        must_be.text,
    )
    data_dirs: list[str] = _value(
        [],
        "Folders outside the source folder from which data files may be read.",
        "env",
        must_be.texts,
    )
    max_file_bytes: int = _value(
        5_000_000, "The largest data file that is read, in bytes.", "env", shared.positive
    )
    max_rows: int = _value(
        20_000, "The largest number of rows that is read from a data file.", "env", shared.positive
    )
    max_title: int = _value(
        500,
        "The longest title, in characters; longer ones are cut.",
        "env",
        shared.positive,
    )
    export: bool = _value(True, "Write `archdoc.json` with HTML builds.", "html", must_be.yes_or_no)

    markdown: bool = _value(
        False,
        "Write `architecture.md` with HTML builds: all records, their texts and relations as plain "
        "Markdown, for readers and for language models.",
        "html",
        must_be.yes_or_no,
    )

    @classmethod
    def of(cls, config: Config) -> ArchdocConfig:
        """Read the values from Sphinx's configuration; a wrong one counts as not given."""
        values = {}
        for spec in dataclasses.fields(cls):
            value = config[f"archdoc_{spec.name}"]
            if not _fault(spec, value):
                values[spec.name] = value
        return cls(**values)

    def settings(self) -> Settings:
        """Return what reading of values needs to know."""
        from sphinx_archdoc.model.fields import Settings
        from sphinx_archdoc.model.words import scale

        return Settings(levels=scale(self.risk_scale), synonyms=self.status_words)

    def keeps_decisions(self, docname: str) -> bool:
        """Tell whether a page lies where decisions are kept."""
        return any(fnmatchcase(docname, pattern) for pattern in self.adr_paths) or any(
            docname.startswith(f"{name.strip('/')}/")
            for name in (*self.adr_paths, *self.adr_sources)
        )

    def rule_settings(self) -> RuleSettings:
        """Return which rules count, and how much."""
        from sphinx_archdoc.model.rule_settings import rule_settings

        return rule_settings(self.rules, self.waivers)

    def scoring(self) -> Scoring:
        """Return how risks are scored."""
        from sphinx_archdoc.model.scores import scoring_of

        return scoring_of(self.risk_scale, self.risk_thresholds)


def register(app: Sphinx) -> None:
    """Declare all values to Sphinx."""
    for spec in dataclasses.fields(ArchdocConfig):
        # Any: Sphinx's own type check has no warning type; ours in `check` has.
        app.add_config_value(
            f"archdoc_{spec.name}", _default(spec), spec.metadata["rebuild"], types=Any
        )
    # No setting: `fence_readers.note_engines` says here what is installed.
    app.add_config_value("archdoc_engines_found", "", "env", types=Any)


def _default(spec: dataclasses.Field[Any]) -> Any:
    if spec.default_factory is dataclasses.MISSING:
        return spec.default
    return spec.default_factory()


def _fault(spec: dataclasses.Field[Any], value: Any) -> str:
    """Say what is wrong with a value, or nothing; a default is right."""
    default = _default(spec)
    if type(value) is type(default) and value == default:
        return ""
    fault: str = spec.metadata["check"](value)
    return fault


def check(app: Sphinx, config: Config) -> None:
    """Warn of values that are not valid and of names that do not exist (``config-inited``)."""
    for spec in dataclasses.fields(ArchdocConfig):
        if fault := _fault(spec, config[f"archdoc_{spec.name}"]):
            name = f"archdoc_{spec.name}"
            at = place_of(app.confdir, name)
            warn(Code.CONFIG, f"{name} {fault}; using the default", at)
    _check_entries(ArchdocConfig.of(config), app.confdir)
    known = [spec.name for spec in dataclasses.fields(ArchdocConfig)]
    for name in config.overrides | config._raw_config:  # noqa: SLF001 -- no public list of what conf.py sets
        if name.startswith("archdoc_") and name.removeprefix("archdoc_") not in known:
            from sphinx_archdoc.model.findings import suggestion

            hint = suggestion(name, [f"archdoc_{word}" for word in known])
            at = place_of(app.confdir, name)
            warn(Code.CONFIG, f"there is no configuration value {name!r}; {hint}", at)


def _check_entries(config: ArchdocConfig, confdir: Path) -> None:
    """Warn of entries of the checks that are wrong or name no rule; the others count."""
    if not (config.rules or config.waivers):
        return
    from sphinx_archdoc.checks import check_names
    from sphinx_archdoc.model.rule_settings import unknown_names, wrong_level, wrong_waiver
    from sphinx_archdoc.rules import rules

    for name, level in config.rules.items():
        if wrong := wrong_level(level):
            message = f"archdoc_rules[{name!r}]: {wrong}; the entry is left out"
            warn(Code.CONFIG, message, place_of(confdir, "archdoc_rules", name))
    for number, item in enumerate(config.waivers):
        if wrong := wrong_waiver(item):
            message = f"archdoc_waivers[{number}]: {wrong}; the entry is left out"
            warn(Code.CONFIG, message, place_of(confdir, "archdoc_waivers"))
    names, codes = [rule.name for rule in rules()], [code.value for code in Code]
    for problem in unknown_names(config.rule_settings(), names, codes, check_names()):
        name = "archdoc_waivers" if problem.code is Code.WAIVER else "archdoc_rules"
        warn(problem.code, f"archdoc_{problem.message}", place_of(confdir, name))
