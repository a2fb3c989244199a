"""Which files may be records by their names, and the ids that their names give."""

from __future__ import annotations

from sphinx_archdoc.formats.collecting import LONGEST_ID, safe_id
from sphinx_archdoc.model.file_names import FOLDER_PAGES, Named, named, suffix_of
from sphinx_archdoc.model.section_words import fold

_OTHERS = (".adoc", ".asciidoc", ".org", ".txt", ".docx", ".pdf", ".html", ".htm")

_NO_RECORDS = frozenset(
    [
        "readme",
        "index",
        "agents",
        "claude",
        "changelog",
        "contributing",
        "license",
        "licence",
        "template",
        "glossary",
        "toc",
        "summary",
        "overview",
        "code",
        "of",
        "conduct",
        "security",
        "_index",
        "about",
        "home",
        "log",
    ]
)
#: Folders that hold records; another one with a page ``README`` or ``index`` may be a record.
_CONTAINERS = frozenset(
    [
        "adr",
        "adrs",
        "decision",
        "decisions",
        "decisiones",
        "entscheidungen",
        "doc",
        "docs",
        "documentation",
        "architecture",
        "architectural",
        "record",
        "records",
        "design",
        "log",
        "rfc",
        "rfcs",
        "source",
        "src",
        "arch",
        "accepted",
        "proposed",
        "rejected",
        "superseded",
        "deprecated",
        "archive",
    ]
)
_TEMPLATE_WORDS = frozenset(
    ["template", "templates", "modele", "vorlage", "plantilla", "muster", "テンプレート"]
)
_BESIDE_TEMPLATE = frozenset(
    [
        "adr",
        "adrs",
        "madr",
        "nygard",
        "decision",
        "decisions",
        "record",
        "records",
        "architecture",
        "architectural",
        "any",
        "bare",
        "minimal",
        "full",
        "short",
        "long",
        "simple",
        "the",
        "a",
        "title",
        "de",
        "en",
        "fr",
        "es",
        "nnn",
        "nnnn",
        "xxx",
        "xxxx",
        "lightweight",
        "my",
        "new",
        "markdown",
    ]
)


def id_of(name: Named, prefix: str) -> str:
    """Return the id that a name gives: ``ADR-0001``, else the name itself made safe."""
    if name.digits:
        return safe_id(f"{name.prefix}-{name.digits}" if name.prefix else f"{prefix}{name.digits}")
    return safe_id(name.stem)[:LONGEST_ID]


def full_id(name: Named, prefix: str) -> str:
    """Return the id of a record that shares its number with another of its folder."""
    stem = safe_id(name.stem)
    return stem if name.prefix or not name.stem[:1].isdigit() else f"{prefix}{stem}"[:LONGEST_ID]


def skipped_by_name(path: str) -> str:
    """Say why a file is no record whatever it holds, or nothing."""
    name = path.rpartition("/")[2]
    if not suffix_of(name):
        ending = next((suffix for suffix in _OTHERS if name.lower().endswith(suffix)), "")
        kind = ending or ("this kind of file" if "." in name else "a file without an ending")
        return f"{kind} is not read; Markdown and reStructuredText are"
    stem = name[: len(name) - len(suffix_of(name))]
    words = fold(stem).split()
    if is_template_name(stem):
        return "a template"
    if stem.lower() in FOLDER_PAGES:
        folder = path.rpartition("/")[0].rpartition("/")[2]
        own = named(path)
        alone = folder and not set(fold(folder).split()) <= _CONTAINERS
        return "" if own.digits or own.date or alone else "an index page"
    if words and set(words) <= _NO_RECORDS:
        return f"{name} is no record by its name"
    return ""


def is_template_name(stem: str) -> bool:
    """Tell whether a name says "template" and nothing else: ``014-project-templates`` does not."""
    words = [word for word in fold(stem).split() if not word.isdigit()]
    # A word glued to its number ("adr001")
    known = all(word in _TEMPLATE_WORDS or word in _BESIDE_TEMPLATE for word in words)
    return known and any(word in _TEMPLATE_WORDS for word in words)
