"""Words of the search index are stemmed once in a build, and not once on every page.

Stemming is a sixth of a first build, and most words stand on many pages.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def remember_stems(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Make the indexer of this build remember stems (``html-page-context``).

    With the first page, when the indexer is there; in a parallel build, too, it is written by the
    main process, which makes the index.
    """
    language = getattr(getattr(app.builder, "indexer", None), "lang", None)
    if language is not None and not hasattr(language.stem, "cache_info"):
        language.stem = cache(language.stem)
