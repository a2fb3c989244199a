"""Style sheets and scripts: shipped with the package, loaded only by pages that need them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_archdoc.sphinxext import books
from sphinx_archdoc.sphinxext.books import is_book
from sphinx_archdoc.sphinxext.domain import domain_of
from sphinx_archdoc.sphinxext.labels import translate

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_archdoc.sphinxext.domain import ArchDomain

STATIC = Path(__file__).parent.parent / "static"
STYLE = "archdoc.css"
#: What pages with a picture have in addition.
PICTURE_STYLE = "archdoc-pictures.css"
PICTURE_SCRIPT = "archdoc-pictures.js"
#: Cards of links, permalinks, ids to copy.
SCRIPT = "archdoc.js"
#: Sorting, filtering and saving of tables and lists.
TABLE_SCRIPT = "archdoc-tables.js"


def add_static_path(app: Sphinx) -> None:
    """Let the builder copy our static files (``builder-inited``).

    Readers of books run no script, and show a picture as an image: a book gets one file only.
    """
    folder = books.write_style(app, STATIC / STYLE) if is_book(app.builder) else STATIC
    if hasattr(app, "add_static_dir"):  # Sphinx 9.1 and newer
        app.add_static_dir(folder)
    elif str(folder) not in app.config.html_static_path:
        app.config.html_static_path.append(str(folder))


def add_style(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Load what a page needs that shows something of ours (``html-page-context``)."""
    if not isinstance(doctree, nodes.document):
        return
    domain = domain_of(app.env)
    used = doctree.get("arch_used")
    if used is None and not _has_records(domain, pagename):
        return
    if is_book(app.builder):
        app.add_css_file(books.STYLE)
        return
    app.add_css_file(STYLE)
    app.add_js_file(SCRIPT, loading_method="defer", **_data(_card_words()))
    if used and "table" in used:
        app.add_js_file(TABLE_SCRIPT, loading_method="defer", **_data(_table_words(domain)))
    if used and "picture" in used:
        app.add_css_file(PICTURE_STYLE)
        app.add_js_file(PICTURE_SCRIPT, loading_method="defer")


def _has_records(domain: ArchDomain, docname: str) -> bool:
    """Tell whether a page declares records, such as the items of a list, or links to some."""
    kept = domain.pages.get(docname)
    return kept is not None and (
        bool(kept.records) or any(domain.computed.is_record(item) for item in kept.mentions)
    )


# -- the words of the scripts, as data attributes of their elements --------------------------------


def _data(words: dict[str, str]) -> dict[str, Any]:
    return {f"data-{name}": word for name, word in words.items()}


def _card_words() -> dict[str, str]:
    return {
        "copy": translate("Copy the id"),
        "copied": translate("Copied"),
        "link": translate("Link to this row"),
    }


def _table_words(domain: ArchDomain) -> dict[str, str]:
    return {
        "filter": translate("Filter"),
        "all": translate("All"),
        "of": translate("{shown} of {total} shown"),
        "save": translate("Download as {format}"),
        "levels": json.dumps(_levels(domain), ensure_ascii=False, separators=(",", ":")),
    }


def _levels(domain: ArchDomain) -> list[list[str]]:
    """Return what each level is called, from the lowest to the highest."""
    terms = domain.config.scoring().levels.terms
    return [
        sorted({word.casefold() for word in (term.key, term.label, translate(term.label))})
        for term in terms
    ]
