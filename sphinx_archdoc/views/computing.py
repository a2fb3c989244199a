"""From the request of a view to its data: one door for tables, matrices and all pictures.

A request is a frozen, picklable dataclass. The module it is defined in also has the function that
computes it, so that a view is one file and is loaded only where it is used::

    def compute(store, request, context) -> tuple[data, tuple[Problem, ...]]

and, where finding what is wrong is much cheaper than the data, ``problems(store, request,
context)`` too. Picture data may stand for a request: a picture of its own text is ready. So may
what a record shows of its own text, see ``model.body.BodyRequest``.

What sets a request apart it says as class attributes: ``is_picture = False`` where it yields no
picture, ``needs_engine`` where another program draws it, ``shows_checks`` where its data follow
from what checks find, ``is_left_over`` where it stands for the placeholders of its page. Data that
are no picture say by ``rendered_by`` which module of ``render`` makes nodes of them.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sphinx_archdoc.diagrams.drawing import is_picture
from sphinx_archdoc.model.fields import Settings
from sphinx_archdoc.model.scores import Scoring, scoring_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx_archdoc.model.findings import Problem
    from sphinx_archdoc.model.store import Store

#: The data of a view, and what is wrong with its request.
Computed = tuple[Any, "tuple[Problem, ...]"]


def same(text: str) -> str:
    """Return the text as it is: no translation."""
    return text


def nothing() -> None:
    """Return nothing: no review is under way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What views need beside the records: the language, and how values are read and scored.

    ``review`` returns what named checks may know (``checks.Review``).
    """

    translate: Callable[[str], str] = same
    scoring: Scoring = field(default_factory=scoring_of)
    settings: Settings = field(default_factory=Settings)
    review: Callable[[], Any] = nothing


def compute(store: Store, request: Any, context: Context) -> Computed:
    """Return the data of a view and the problems of its request."""
    found: Computed
    own = getattr(request, "compute", None)  # of the text of a record
    if is_picture(request):
        found = request, ()
    elif own is not None:
        found = own(store, context.translate), ()
    else:
        found = _module(request).compute(store, request, context)
    data, wrong = found
    if is_picture(data):
        from sphinx_archdoc.views.dense import dense  # many builds compute tables only

        wrong = (*wrong, *dense(data))
    return data, wrong


def shows_picture(request: object) -> bool:
    """Tell whether a request yields picture data; tables and lists say ``is_picture = False``."""
    return bool(getattr(request, "is_picture", True))


def has_cheap_problems(request: object) -> bool:
    """Tell whether :func:`problems` needs no data for this request."""
    return hasattr(_module(request), "problems")


def problems(store: Store, request: Any, context: Context) -> tuple[Problem, ...]:
    """Return only what is wrong with a request."""
    if has_cheap_problems(request):
        found: tuple[Problem, ...] = _module(request).problems(store, request, context)
        return found
    return compute(store, request, context)[1]


def _module(request: object) -> Any:
    return sys.modules[type(request).__module__]
