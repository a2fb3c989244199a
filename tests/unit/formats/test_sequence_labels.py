"""Labels of sequences come back from Mermaid and PlantUML as they were written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.diagrams.sequence import picture
from sphinx_archdoc.diagrams.sequence.data import Message, Note, Participant, Sequence
from sphinx_archdoc.formats.mermaid_sequence import read_mermaid_sequence
from sphinx_archdoc.formats.plantuml_sequence import read_plantuml_sequence

if TYPE_CHECKING:
    from collections.abc import Callable

LABELS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), min_size=1, max_size=30
)


@pytest.mark.parametrize(
    ("write", "read"),
    [
        pytest.param(picture.mermaid, read_mermaid_sequence, id="mermaid"),
        pytest.param(picture.plantuml, read_plantuml_sequence, id="plantuml"),
    ],
)
@given(LABELS, LABELS, LABELS)
def test_labels_are_read_back_as_written(
    write: Callable[[Sequence], str],
    read: Callable[[str], Any],
    title: str,
    label: str,
    note: str,
) -> None:
    sequence = Sequence(
        title="",
        participants=(Participant(id="A", title=title), Participant(id="B", title="B")),
        items=(
            Message(source="A", target="B", text=label),
            Note(participants=("A",), text=note),
        ),
    )
    again, problems = read(write(sequence))
    assert problems == ()
    shown = [again.participants[0].title, *(item.text for item in again.items)]
    # A blank title is none: the id stands for it.
    for got, wanted in zip(shown, (title if title.strip() else "A", label, note), strict=True):
        # An invisible joiner keeps apart what an engine could take for a code.
        assert got.replace("\u2060", "") == " ".join(wanted.replace("\u2060", "").split())
    assert len(again.participants) == 2
