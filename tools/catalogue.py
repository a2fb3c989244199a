"""The message catalogues: ``tox -e locale`` (or ``python tools/catalogue.py``) updates them.

The template gets every word that the code marks with ``mark`` or translates with ``translate``, and
the words that are marked nowhere: titles of fields that come from their names, plurals of kinds,
what boxes are called, what the named checks ask, and the help of the command line. The catalogue of
each language is brought up to it, and compiled. A new language: ``tox -e locale -- fr``.
"""

from __future__ import annotations

import ast
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

from sphinx_archdoc import __version__, kinds
from sphinx_archdoc.checks import checks
from sphinx_archdoc.cli.main import main as main_command
from sphinx_archdoc.cli.speaking import words_of
from sphinx_archdoc.sphinxext.labels import CATALOG
from sphinx_archdoc.views.c4_boxes import notation_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.kind import Kind
    from sphinx_archdoc.model.vocabulary import Vocabulary

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "sphinx_archdoc"
LOCALE = PACKAGE / "locale"
TEMPLATE = LOCALE / f"{CATALOG}.pot"
_KEYWORDS = ("mark", "translate")
_ABOUT = "# The words of sphinx-archdoc, under the licence of the package (MIT).\n"
_OF_TEMPLATE = f"{_ABOUT}# Made by tools/catalogue.py; not to be edited by hand."
_OF_LANGUAGE = f"{_ABOUT}# Translate here, then run: tox -e locale"


def template() -> Catalog:
    """Return the template: every word that the code can show, with the files it is in."""
    found: dict[str, set[str]] = {}
    for word, module in (*_marked(), *_made(), *_asked(), *_helped()):
        found.setdefault(word, set()).add(module.replace(".", "/") + ".py")
    catalog = _empty("")
    catalog.header_comment = _OF_TEMPLATE
    for word in sorted(found, key=lambda word: (min(found[word]), word)):
        catalog.add(word, locations=[(file, None) for file in sorted(found[word])])
    return catalog


def _empty(language: str) -> Catalog:
    return Catalog(
        locale=language or None,
        project="sphinx-archdoc",
        version=__version__,
        copyright_holder="the sphinx-archdoc authors",
        msgid_bugs_address="https://github.com/sphinx-archdoc/sphinx-archdoc/issues",
        last_translator="the sphinx-archdoc authors",
        language_team=language or "none",
        fuzzy=False,
    )


def _marked() -> Iterator[tuple[str, str]]:
    """Yield the words that are marked or translated in the code, with their modules.

    Babel's own reader of Python does not look into f-strings, or does so by the version of Python.
    """
    for file in sorted(PACKAGE.rglob("*.py")):
        module = ".".join(file.relative_to(ROOT).with_suffix("").parts)
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Name(id=called) | ast.Attribute(attr=called),
                    args=[ast.Constant(value=str(word))],
                ) if called in _KEYWORDS:
                    yield word, module


def _made() -> Iterator[tuple[str, str]]:
    """Yield the words that the declarations of kinds make, with the modules of the kinds."""
    registry = kinds.load()
    for name in registry.names():
        kind = registry[name]
        for word in _words(kind):
            if word:
                yield word, kind.declared.__module__


def _asked() -> Iterator[tuple[str, str]]:
    """Yield what each named check asks, which is the first line of its module's docstring."""
    for check in checks().values():
        yield check.summary, check.run.__module__


def _helped() -> Iterator[tuple[str, str]]:
    """Yield the help of the command line, paragraph by paragraph."""
    for word in words_of(main_command):
        yield word, main_command.callback.__module__


def _words(kind: Kind) -> Iterator[str]:
    yield from (kind.title, kind.plural)
    if kind.family == "element":
        yield from (notation_of(kind, external=external) for external in (False, True))
    for spec in kind.fields:
        yield from (spec.title, spec.inverse)
        yield from _labels(spec.vocabulary)
    for fact in kind.derived:
        yield fact.title
        yield from _labels(fact.vocabulary)


def _labels(vocabulary: Vocabulary | None) -> Iterator[str]:
    for term in vocabulary.terms if vocabulary else ():
        yield term.label


def languages() -> list[str]:
    """Return the languages there are catalogues of."""
    return sorted(file.parent.parent.name for file in LOCALE.glob("*/LC_MESSAGES/*.po"))


def po_file(language: str) -> Path:
    """Return where the catalogue of a language is."""
    return LOCALE / language / "LC_MESSAGES" / f"{CATALOG}.po"


def read(language: str = "") -> Catalog:
    """Return the catalogue of a language as it is kept; of no language, the template."""
    file = po_file(language) if language else TEMPLATE
    with file.open("rb") as stream:
        return read_po(stream, locale=language or None)


def compiled(language: str) -> dict[str, str]:
    """Return the words of a language as a build reads them."""
    with po_file(language).with_suffix(".mo").open("rb") as stream:
        return words(read_mo(stream))


def words(catalog: Catalog) -> dict[str, str]:
    """Return the translations of a catalogue; of a template, empty ones."""
    return {str(message.id): str(message.string or "") for message in catalog if message.id}


def update(language: str, made: Catalog) -> list[str]:
    """Write the catalogues of a language; return the words that are not translated."""
    file = po_file(language)
    file.parent.mkdir(parents=True, exist_ok=True)
    own = read(language) if file.exists() else _empty(language)
    own.update(made, no_fuzzy_matching=True)
    own.header_comment, own.fuzzy = _OF_LANGUAGE, False
    own.creation_date = own.revision_date = made.creation_date
    _write(file, own)
    with file.with_suffix(".mo").open("wb") as stream:
        write_mo(stream, own)
    return [word for word, said in words(own).items() if not said]


def _write(file: Path, catalog: Catalog) -> None:
    with file.open("wb") as stream:
        write_po(stream, catalog, width=100, include_lineno=False, ignore_obsolete=True)


def main(more: list[str]) -> int:
    """Update the template and the catalogue of every language, those in ``more`` too."""
    made = template()
    kept = read() if TEMPLATE.exists() else None
    if kept is not None and words(kept) == words(made):
        made.creation_date = kept.creation_date
    else:
        made.creation_date = datetime.now(UTC)
    made.revision_date = made.creation_date
    _write(TEMPLATE, made)
    left = 0
    for language in sorted({*languages(), *more}):
        missing = update(language, made)
        left += len(missing)
        print(f"{language}: {len(missing)} of {len(words(made))} words are not translated")
        for word in missing:
            print(f"  {word}")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
