"""``archdoc-cards.js``: what the cards of links say, for all pages at once.

A script that pages load when it is first needed, as Sphinx does with its search index: so it works
without a server, costs pages nothing, and no page has to be written again for another's text.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.errors import NoUri

from sphinx_archdoc.sphinxext.books import is_book
from sphinx_archdoc.sphinxext.domain import domain_of
from sphinx_archdoc.sphinxext.export import is_current, write_if_changed

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_archdoc.sphinxext.domain import ArchDomain

FILE = "archdoc-cards.js"
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
#: What servers leave out of addresses; the script takes it off as well.
_ENDING = re.compile(r"(^|/)index\.html$|\.html$|/$")


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write the cards into the output folder (``build-finished``)."""
    if exception is not None or app.builder.format != "html" or is_book(app.builder):
        return
    domain = domain_of(app.env)
    target = Path(app.outdir) / FILE
    if not domain.pages:
        target.unlink(missing_ok=True)
    elif not is_current(app, target):
        write_if_changed(target, f"archdocCards({_ENCODER.encode(_cards(domain))});\n")


def page_key(uri: str) -> str:
    """Return what an address is known by, whether a server shows ``.html`` or not."""
    return _ENDING.sub("", uri)


def _cards(domain: ArchDomain) -> dict[str, dict[str, Any]]:
    """Return by page and anchor: id, title, kind, word and tone of the status, summary.

    A record that is a page stands under the empty anchor too: there, by its anchor's name alone.
    """
    from sphinx_archdoc.render.cells import badge_words
    from sphinx_archdoc.sphinxext.labels import translate
    from sphinx_archdoc.views.hover import hover_cards

    found: dict[str, dict[str, Any]] = {}
    keys: dict[str, str] = {}
    for card in hover_cards(domain.store, domain.config.scoring(), domain.reading):
        at = card.record.at
        if at.docname not in keys:
            keys[at.docname] = _key(domain, at.docname)
        page = found.setdefault(keys[at.docname], {})
        word = badge_words(card.status, translate) if card.status is not None else ""
        tone = card.status.tone if card.status is not None else ""
        kind = translate(card.kind_title)
        page[at.anchor] = [card.record.id, card.record.title, kind, word, tone, card.summary]
        if card.record.origin == "page":  # also what a link to the page shows
            page[""] = at.anchor
    return found


def _key(domain: ArchDomain, docname: str) -> str:
    try:
        uri = domain.builder.get_target_uri(docname)
    except NoUri:  # a page that this build leaves out
        return ""
    return page_key(uri.partition("#")[0])
