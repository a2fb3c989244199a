"""What the source text of a page tells before it is parsed: what is left, damaged, added up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_archdoc.model.total_words import may_have_totals

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: Templates may have placeholders.
_TEMPLATE = re.compile(r"(?:.*[-_.])?template(?:[-_.].*)?\Z", re.IGNORECASE)
_VARIABLE = "{{"


def note(app: Sphinx, docname: str, source: list[str]) -> None:
    """Note what the text of a page has left over (``source-read``); reported with its views."""
    text = source[0]
    if may_have_totals(text):
        app.env.current_document["archdoc_may_total"] = True
    if ":::" in text:
        app.env.current_document["archdoc_colons"] = True
    if text.isascii() and "[" not in text and _VARIABLE not in text and "YY" not in text:
        return
    from sphinx_archdoc.formats.leftovers import damaged, placeholders
    from sphinx_archdoc.sphinxext.adoption import is_candidate
    from sphinx_archdoc.sphinxext.drafts import views
    from sphinx_archdoc.sphinxext.kept import ViewPlace
    from sphinx_archdoc.views.leftovers import DamageNote, PlaceholderNote

    # A decision may be about templates; what it has not filled in itself stands alone.
    template = _TEMPLATE.match(docname.rpartition("/")[2])
    left = () if template else placeholders(text, whole=is_candidate(app.env, docname))
    if "substitution" in getattr(app.config, "myst_enable_extensions", ()):
        left = tuple(spot for spot in left if not spot.text.startswith(_VARIABLE))
    for spots, made in ((left, PlaceholderNote), (damaged(text), DamageNote)):
        if spots:
            place = f"{app.env.doc2path(docname)}:{spots[0].line}"
            views(app.env).append(ViewPlace("", made(spots), "", "", place))
