"""Words of the search index are stemmed once in a build, and not once on every page.

Stemming is a sixth of a first build, and most words stand on many pages.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx


def remember_stems(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Make the indexer of this build remember stems (``doctree-resolved``).

    Before the first page is indexed, and when the indexer is there. Also of a parallel build, whose
    main process makes the index.
    """
    language = getattr(getattr(app.builder, "indexer", None), "lang", None)
    if language is not None and not hasattr(language.stem, "cache_info"):
        language.stem = cache(language.stem)
