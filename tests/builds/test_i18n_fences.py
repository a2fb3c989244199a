"""Texts of pictures and points of adopted decisions, where a project translates them."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from building import Project

MERMAID = "flowchart LR\n  shop[Shop] --> bank[Bank]"
RST = """\
A
=

.. mermaid::
   :caption: Money

   {}
""".format(MERMAID.replace("\n", "\n   "))
MD = f"# A\n\n```mermaid\n{MERMAID}\n```\n\n```{{mermaid}}\n:caption: Money\n\n{MERMAID}\n```\n"
GERMAN = MERMAID.replace("Shop", "Laden").replace("Bank", "Geldhaus")
DECISION = """\
# 1. Use oats

## Status

Accepted

## Considered Options

* Oats
* Rye

## Decision

Oats.

## Pros and Cons of the Options

### Oats

* Good, because they are cheap
* Bad, because they are late
"""


def translate(project: Project, name: str, words: dict[str, str]) -> list[str]:
    """Write a catalogue for a page; return what ``gettext`` offers of it."""
    offered = project.build("gettext", out="gettext").text(f"{name.partition('/')[0]}.pot")
    made = Catalog(locale="de")
    for message, said in words.items():
        made.add(message, said)
    file = project.source / f"locale/de/LC_MESSAGES/{name.partition('/')[0]}.mo"
    file.parent.mkdir(parents=True)
    with file.open("wb") as stream:
        write_mo(stream, made)
    project.conf |= {"language": "de", "locale_dirs": ["locale"]}
    return [str(message.id) for message in read_po(BytesIO(offered.encode())) if message.id]


@pytest.mark.parametrize("page", [{"index.rst": RST}, {"index.md": MD}], ids=["rst", "md"])
@pytest.mark.parametrize("wanted", [True, False])
def test_the_text_of_a_picture(
    project: Project, page: dict[str, str], bare: None, *, wanted: bool
) -> None:
    project.conf["gettext_additional_targets"] = ["literal-block"] if wanted else []
    words = {MERMAID: GERMAN, f"{MERMAID}\n": GERMAN, "Money": "Geld"}
    offered = translate(project.myst().write(page), "index", words)
    assert (MERMAID in offered) == wanted
    assert "Money" in offered
    build = project.build()
    assert build.warnings == []
    text = BeautifulSoup(build.text("index.html"), "html5lib").get_text(" ")
    assert ("Laden" in text, "Shop" in text) == (wanted, not wanted)
    assert "Geld" in text


def test_points_of_a_translated_decision(project: Project) -> None:
    project.conf["archdoc_adr_paths"] = ["adr/*"]
    project.conf["gettext_compact"] = True
    words = {
        "Good, because they are cheap": "Dobre, bo tanie",
        "Bad, because they are late": "Złe, bo późne",
    }
    project.myst().write({"adr/0001-oats.md": DECISION})
    assert set(words) <= set(translate(project, "adr", words))
    html = BeautifulSoup(project.build().text("adr/0001-oats.html"), "html5lib")
    assert [item.get_text(strip=True) for item in html.select("li.arch-pro")] == ["Dobre, bo tanie"]
    assert [item.get_text(strip=True) for item in html.select("li.arch-con")] == ["Złe, bo późne"]
