"""The configuration: each value declared once, with its check and its documentation."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sphinx_archdoc.formats.languages import LANGUAGES
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.fields import Settings
from sphinx_archdoc.model.findings import suggestion
from sphinx_archdoc.model.scores import DEFAULT_THRESHOLDS, Scoring
from sphinx_archdoc.model.words import scale
from sphinx_archdoc.model.checks import LEVELS, Checks, Waiver
from sphinx_archdoc.sphinxext.warnings import warn
from sphinx_archdoc.views.picture_options import RENDERERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx
    from sphinx.config import Config


def _value(default: Any, help_: str, rebuild: str, check: Callable[[Any], str]) -> Any:
    metadata = {"help": help_, "rebuild": rebuild, "check": check}
    if isinstance(default, (list, dict)):
        return field(default_factory=lambda: default, metadata=metadata)
    return field(default=default, metadata=metadata)


def _bool(value: Any) -> str:
    return "" if isinstance(value, bool) else "must be True or False"


def _names(value: Any) -> str:
    if isinstance(value, bool) or _strings(value) == "":
        return ""
    return "must be True, False or a list of directive names"


def _strings(value: Any) -> str:
    right = isinstance(value, (list, tuple)) and all(isinstance(item, str) for item in value)
    return "" if right else "must be a list of texts"


def _mapping(value: Any) -> str:
    right = isinstance(value, dict) and all(isinstance(name, str) for name in value)
    return "" if right else "must be a dictionary with texts as keys"


def _words(value: Any) -> str:
    right = not _mapping(value) and all(
        isinstance(words, dict) and all(isinstance(w, str) for pair in words.items() for w in pair)
        for words in value.values()
    )
    return "" if right else 'must be a dictionary like {"adr": {"gilt": "accepted"}}'


def _steps(value: Any) -> str:
    return "" if type(value) is int and value in DEFAULT_THRESHOLDS else "must be 3, 4 or 5"


#: Medium, high and critical have a lowest score each.
_BANDS_ABOVE_LOW = 3


def _thresholds(value: Any) -> str:
    right = value is None or (
        isinstance(value, (list, tuple))
        and len(value) == _BANDS_ABOVE_LOW
        and all(type(item) is int for item in value)
        and list(value) == sorted(set(value))
    )
    return (
        "" if right else "must be three rising whole numbers: medium from, high from, critical from"
    )


def _positive(value: Any) -> str:
    return "" if type(value) is int and value > 0 else "must be a whole number above 0"


def _command(value: Any) -> str:
    right = value == "graphviz-wasm" or (_strings(value) == "" and len(value) > 0)
    return "" if right else "must be 'graphviz-wasm' or a command as a list, like ['dot']"


def _languages(value: Any) -> str:
    names = value if isinstance(value, (list, tuple)) else []
    right = isinstance(value, bool) or (_strings(value) == "" and set(names) <= set(LANGUAGES))
    return "" if right else "must be True, False or a list of 'mermaid' and 'plantuml'"


def _words_or_list(value: Any) -> str:
    right = isinstance(value, str) or _strings(value) == ""
    return "" if right else "must be a text or a list of texts"


def _renderer(value: Any) -> str:
    return "" if value in RENDERERS else f"must be one of {', '.join(RENDERERS)}"


def _text(value: Any) -> str:
    return "" if isinstance(value, str) else "must be a text"


def _parts(value: Any) -> str:
    return "" if value in ("rubric", "section") else "must be 'rubric' or 'section'"


def _levels(value: Any) -> str:
    right = not _mapping(value) and all(level in LEVELS for level in value.values())
    return "" if right else f"must give one of {', '.join(LEVELS)} for each name"


def _waivers(value: Any) -> str:
    names = {spec.name for spec in dataclasses.fields(Waiver)}
    right = isinstance(value, (list, tuple)) and all(
        isinstance(item, dict)
        and set(item) == names
        and all(isinstance(text, str) and text.strip() for text in item.values())
        and re.fullmatch(r"\d{4}-\d\d-\d\d", item["until"])
        for item in value
    )
    return "" if right else "must list rule, record, reason and until (as 2026-12-31) of each"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchdocConfig:
    """All configuration values, without their prefix ``archdoc_``.

    ``rebuild`` is Sphinx's: ``env`` reads all pages again when the value changes, ``html`` only
    writes them again, an empty text does neither.
    """

    short_names: bool | list[str] = _value(
        True,
        "Register directives and roles without the `arch:` prefix: all, none, or those named.",
        "env",
        _names,
    )
    kinds: dict[str, Any] = _value(
        {}, "Record kinds of your own, by name. See “Kinds of your own”.", "env", _mapping
    )
    adr_paths: list[str] = _value(
        ["adr/*", "adrs/*", "decisions/*", "**/adr/*", "**/adrs/*", "**/decisions/*"],
        "Pages (patterns of page names) that are decisions when their front matter or docinfo "
        "has a status.",
        "env",
        _strings,
    )
    record_parts: str = _value(
        "rubric",
        "Whether the parts of a record (Context, Decision, …) are rubrics or sections. Sections "
        "enter every table of contents and slow down large builds.",
        "env",
        _parts,
    )
    risk_scale: int = _value(
        3, "Steps of the scale for impact and likelihood: 3, 4 or 5.", "env", _steps
    )
    risk_thresholds: list[int] | None = _value(
        None,
        "Lowest scores that are medium, high and critical. Scores are impact × likelihood.",
        "env",
        _thresholds,
    )
    status_words: dict[str, dict[str, str]] = _value(
        {},
        'More words for statuses, by kind: `{"adr": {"gilt": "accepted"}}`.',
        "env",
        _words,
    )
    rules: dict[str, str] = _value(
        {},
        "How findings of checks are reported, by the name of a rule or of a warning, with "
        '`*` for many: `{"adr-*": "warning", "self-link": "off"}`. One of `off`, `info`, '
        "`warning`, `error`; of several that fit the last one counts.",
        "",
        _levels,
    )
    waivers: list[dict[str, str]] = _value(
        [],
        "Findings that are accepted until a day: a list of `{rule, record, reason, until}`, such "
        'as `{"rule": "adr-successor", "record": "ADR-7", "reason": "…", "until": "2026-12-31"}`.',
        "",
        _waivers,
    )
    stale_days: int = _value(
        90, "Days after which a proposed decision is stale (rule `adr-stale`).", "", _positive
    )
    layout: str | list[str] = _value(
        "graphviz-wasm",
        "What lays out pictures: the built-in engine, or a `dot`-compatible command as a list.",
        "env",
        _command,
    )
    renderer: str = _value(
        "svg",
        "What draws pictures: `svg`, `mermaid` (sphinxcontrib-mermaid, in HTML), `plantuml` "
        "(sphinxcontrib-plantuml), or `text` for the text form alone.",
        "html",
        _renderer,
    )
    fences: bool | list[str] = _value(
        True,
        "Draw Mermaid and PlantUML texts: both, none, or those of `mermaid` and `plantuml` named.",
        "env",
        _languages,
    )
    plantuml: str | list[str] = _value(
        "",
        "PlantUML for texts that we cannot read ourselves: a command or the path of a jar. "
        "Default: the `plantuml` of sphinxcontrib-plantuml where it is set, else the extra.",
        "env",
        _words_or_list,
    )
    cache_dir: str = _value(
        "",
        "Folder for finished pictures. Default: `.archdoc-cache` beside the doctree folder.",
        "",
        _text,
    )
    data_dirs: list[str] = _value(
        [], "Folders beside the source folder from which data files may be read.", "env", _strings
    )
    max_file_bytes: int = _value(
        5_000_000, "Largest data file that is read, in bytes.", "env", _positive
    )
    max_rows: int = _value(20_000, "Most rows that are read from a data file.", "env", _positive)
    max_title: int = _value(
        500, "Longest title kept, in characters; longer ones are cut.", "env", _positive
    )
    export: bool = _value(True, "Write `archdoc.json` with HTML builds.", "html", _bool)

    @classmethod
    def of(cls, config: Config) -> ArchdocConfig:
        """Read the values from Sphinx's configuration; a wrong one counts as not given."""
        values = {}
        for spec in dataclasses.fields(cls):
            value = config[f"archdoc_{spec.name}"]
            if not spec.metadata["check"](value):
                values[spec.name] = value
        return cls(**values)

    def settings(self) -> Settings:
        """Return what reading of values needs to know."""
        return Settings(levels=scale(self.risk_scale), synonyms=self.status_words)

    def checks(self) -> Checks:
        """Return which checks count."""
        return Checks(self.rules, tuple(Waiver(**item) for item in self.waivers))

    def scoring(self) -> Scoring:
        """Return how risks are scored."""
        low, middle, high = self.risk_thresholds or DEFAULT_THRESHOLDS[self.risk_scale]
        return Scoring(scale(self.risk_scale), (low, middle, high))


def register(app: Sphinx) -> None:
    """Declare all values to Sphinx."""
    for spec in dataclasses.fields(ArchdocConfig):
        default = (
            spec.default if spec.default_factory is dataclasses.MISSING else spec.default_factory()
        )
        # Any: Sphinx's own type check has no warning type; ours in `check` has.
        app.add_config_value(f"archdoc_{spec.name}", default, spec.metadata["rebuild"], types=Any)
    # No setting: `fence_readers.note_engines` says here what is installed.
    app.add_config_value("archdoc_engines_found", "", "env", types=Any)


def check(app: Sphinx, config: Config) -> None:
    """Warn of values that are not valid and of names that do not exist (``config-inited``)."""
    for spec in dataclasses.fields(ArchdocConfig):
        fault = spec.metadata["check"](config[f"archdoc_{spec.name}"])
        if fault:
            warn(Code.CONFIG, f"archdoc_{spec.name} {fault}; using the default", "conf.py:1")
    known = [spec.name for spec in dataclasses.fields(ArchdocConfig)]
    for name in config.overrides | config._raw_config:  # noqa: SLF001 -- no public list of what conf.py sets
        if name.startswith("archdoc_") and name.removeprefix("archdoc_") not in known:
            hint = suggestion(name, [f"archdoc_{word}" for word in known])
            warn(Code.CONFIG, f"there is no configuration value {name!r}; {hint}", "conf.py:1")
