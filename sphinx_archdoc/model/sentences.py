"""The one sentence that stands for a text in lists and tips."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_archdoc.model.section_words import ADR_SECTIONS, lookup

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 200
_END = re.compile(r"""[.!?…]["”»')\]]*\s+(?=["“„«'(\[]?[^\W\d_a-z]|\d)|[。！？]""")
_SHORT = re.compile(
    r"(?:^|[\s(])(?:e\.g|i\.e|cf|vs|etc|approx|incl|resp|ca|no|nr|z\. ?b|d\. ?h|bzw|u\. ?a|p\. ?ej"
    r"|fig|sec|st|mr|ms|dr|[A-Z])\.$",
    re.IGNORECASE,
)
#: "Decision: …", "**Chosen option.** …": a label in front of the text that it announces.
_LABEL = re.compile(r"([^\W\d_][^.:：\n]{1,40})\s*[.:：]\s*(?=\S)")
#: What only leads on to a list, and says nothing without it.
_LEADS_ON = re.compile(
    r"[\s,;(–—-]*\b(?:because(?: of)?|since|for(?: the following reasons)?|due to|weil|da|denn"
    r"|porque|ya que|debido a|parce que|car|puisque)\s*[:：]?\s*\Z",
    re.IGNORECASE,
)
#: The name of an option with its reason: "X", because …
_QUOTED_FIRST = re.compile(r"""["“„«](?P<said>[^"“”„«»]+)["”“»](?=,\s)""")
_QUOTED = re.compile(r"""["“„«'](?P<said>[^"“”„«»]+)["”“»']\Z""")


def sentence_of(text: str, longest: int = LONGEST) -> str:
    """Return the first sentence of a text on one line, cut at a word if it is too long."""
    text = " ".join(text.split())
    for match in _END.finditer(text):
        if not _SHORT.search(text[: match.start() + 1]):
            return _cut(text[: match.end()].rstrip(), longest)
    return _cut(text, longest)


def decision_in(text: str, items: Sequence[str] = (), longest: int = LONGEST) -> str:
    """Return what a text decides in one sentence, without the label in front of it.

    ``items`` are those of the list below the text: they follow a colon at its end. Reasons in a
    list are left out: ``Chosen option: "X", because`` decides X.
    """
    said = _unlabelled(text)
    sentence = sentence_of(said, longest)
    if said != text:  # without its label the name of an option stands alone
        named = _QUOTED_FIRST.match(sentence)
        sentence = named["said"] + sentence[named.end() :] if named else sentence
    short = _LEADS_ON.sub("", sentence)
    if short and short != sentence:
        quoted = _QUOTED.match(short)
        return quoted["said"] if quoted else short
    if sentence.endswith((":", "：")):
        listed = "; ".join(found for item in items if (found := " ".join(item.split())))
        return _cut(f"{sentence} {listed}", longest) if listed else sentence[:-1].rstrip()
    return sentence


def announces_decision(text: str) -> bool:
    """Tell whether a text starts with a label that announces what is decided."""
    return _unlabelled(text) != text


def _unlabelled(text: str) -> str:
    label = _LABEL.match(text)
    known = label is not None and lookup(label[1], ADR_SECTIONS) == "decision"
    return text[label.end() :] if label and known else text


def _cut(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    head = text[: longest - 1]
    return (head.rsplit(" ", 1)[0] if " " in head else head).rstrip(" ,;:.") + "…"
