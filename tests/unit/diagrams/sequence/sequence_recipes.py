"""A strategy that makes any sequence."""

from __future__ import annotations

from hypothesis import strategies as st

from sphinx_archdoc.diagrams.sequence.data import (
    Box,
    Delay,
    Divider,
    ErrorCase,
    Fragment,
    Item,
    Life,
    Message,
    Note,
    Participant,
    Section,
    Sequence,
    numbered,
)

LABELS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40) | st.sampled_from(
    ["", "ok", "POST /orders/{id}", "two\nlines", "x" * 60, "a b c d e f g h i j k l m n o p q r s"]
)
IDS = st.sampled_from(["a", "b", "c", "d", "shop.api"])
_LEAVES = st.one_of(
    st.builds(
        Message,
        source=IDS,
        target=IDS | st.sampled_from(["[", "]"]),
        text=LABELS,
        technology=st.sampled_from(["", "", "HTTPS", "x" * 40]),
        style=st.sampled_from(["call", "reply", "async"]),
        lost=st.booleans(),
        both_ways=st.booleans(),
    ),
    st.builds(
        Note,
        text=LABELS,
        side=st.sampled_from(["over", "left", "right"]),
        participants=st.lists(IDS, max_size=3).map(tuple),
    ),
    st.builds(Divider, text=LABELS),
    st.builds(Delay, text=LABELS, silent=st.booleans()),
    st.builds(
        Life,
        what=st.sampled_from(["activate", "activate", "deactivate", "create", "destroy"]),
        participant=IDS,
    ),
)


def _fragments(inner: st.SearchStrategy[Item]) -> st.SearchStrategy[Item]:
    section = st.builds(Section, label=LABELS, items=st.lists(inner, max_size=4).map(tuple))
    frame = st.builds(
        Fragment,
        kind=st.sampled_from(["alt", "opt", "loop", "par", "critical", "rect", "group", "break"]),
        sections=st.lists(section, min_size=1, max_size=3).map(tuple),
        title=st.sampled_from(["", "Own name"]),
    )
    reference = st.builds(
        Fragment,
        kind=st.just("ref"),
        sections=st.builds(Section, label=LABELS).map(lambda section: (section,)),
        participants=st.lists(IDS, max_size=2).map(tuple),
    )
    return frame | reference


ITEMS = st.recursive(_LEAVES, _fragments, max_leaves=12)


@st.composite
def sequences(draw: st.DrawFn) -> Sequence:
    """Make a sequence of any items, some of them without sense."""
    shapes = st.sampled_from(["box", "person", "cylinder", "queue", "entity", "collections"])
    lanes = tuple(
        Participant(id=id_, title=draw(LABELS), subtitle=draw(st.sampled_from(["", "[app]"])),
                    shape=draw(shapes))
        for id_ in ("a", "b", "c", "d", "shop.api")
    )  # fmt: skip
    boxes = draw(st.sampled_from([(), (Box(title="Team", participants=("b", "d")),)]))
    made = Sequence(
        title=draw(LABELS),
        participants=lanes,
        boxes=boxes,
        items=tuple(draw(st.lists(ITEMS, max_size=12))),
        errors=(ErrorCase(code="E1", step="1", text="x"),),
    )
    return numbered(made) if draw(st.booleans()) else made
