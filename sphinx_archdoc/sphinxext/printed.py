"""What paper needs and a screen does not: frames, widths, places to break, drawn bars (LaTeX)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_archdoc.sphinxext import latex_fonts
from sphinx_archdoc.sphinxext.hidden import PLACES
from sphinx_archdoc.sphinxext.nodes import archdoc_picture, preamble, tex
from sphinx_archdoc.sphinxext.printed_dashboard import as_table
from sphinx_archdoc.sphinxext.printed_leads import keep_leads
from sphinx_archdoc.sphinxext.printed_pages import keep_together
from sphinx_archdoc.sphinxext.printed_parts import divide_pictures
from sphinx_archdoc.sphinxext.printed_signs import composed, definitions, signs
from sphinx_archdoc.sphinxext.printed_tables import complete, fit, fit_if_wide
from sphinx_archdoc.sphinxext.printed_words import allow_breaks, note_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.config import Config

#: Engines whose fonts and letters are their own matter.
_EAST = ("platex", "uplatex")
#: Names of code in running text stay whole up to this length.
_WHOLE = 24
_TONE = re.compile(r"arch-is-(\w+)")
_SHARE = re.compile(r"arch-w-(\d+)")
#: Points of a bar that is full, and of a part of one.
_BAR = 50


class Print(SphinxPostTransform):
    """Prepare the records of a document for paper, when all answers are in their places."""

    default_priority = 200  # links have their texts
    formats: tuple[str, ...] = ("latex",)

    def run(self, **_kwargs: Any) -> None:
        """Change what the writer of LaTeX would show badly."""
        made = _definitions([*_texts(self.document)], self.config)
        if made:
            self.document.insert(0, preamble(made))
        if self.config.latex_engine == "pdflatex":
            _compose(self.document)
        for places in [*self.document.findall(_is(PLACES))]:
            places.replace_self([tex("\\archdocplaces{"), *places.children, tex("}")])
        for tiles in [*self.document.findall(_is("arch-tiles"))]:
            tiles.replace_self(as_table(tiles))
        for bar in [*self.document.findall(nodes.inline)]:
            _draw(bar)
        _fit_tables(self.document, self.config)
        divide_pictures(self.document)
        align = str(self.config.latex_elements.get("figure_align", ""))
        keep_together(self.document, floats=not align.startswith("H"))
        keep_leads(self.document, floats=not align.startswith("H"))
        _mark_chosen(self.document)
        for record in [*self.document.findall(_is("arch-record"))]:
            for name in [*record.findall(nodes.literal)]:
                allow_breaks(name, _WHOLE)
            if isinstance(record, nodes.section) and "arch-page" not in record["classes"]:
                _frame(record)


def _fit_tables(document: nodes.document, config: Config) -> None:
    """Give the columns of all tables their widths."""
    if config.latex_show_pagerefs:
        note_pages(document)
    points = _points(config)
    for table in [*document.findall(nodes.table)]:
        complete(table)
        if "arch-table" in table["classes"]:
            _colour(table)
            fit(table, points)
        else:
            fit_if_wide(table, points)


def _definitions(texts: list[str], config: Config) -> str:
    """Return how signs and letters are set that the fonts of the document have not."""
    engine = config.latex_engine
    if engine in _EAST:
        return ""
    has_unicode = engine in ("xelatex", "lualatex")
    drawn = signs(texts, unicode_fonts=has_unicode)
    letters = latex_fonts.boxed(texts, engine, config.language or "", config.latex_elements)
    others = [char for char in letters if char not in drawn]  # Greek may be mathematics
    return definitions(drawn) + latex_fonts.definitions(others, unicode_fonts=has_unicode)


def _texts(document: nodes.document) -> Iterator[str]:
    """Yield all texts of a document, also those of its pictures."""
    for node in document.findall():
        if isinstance(node, nodes.Text):
            yield str(node)
        elif isinstance(node, archdoc_picture):
            yield node.picture.svg


def _compose(document: nodes.document) -> None:
    """Join letters and their accents, which macOS keeps apart: pdfLaTeX knows no accent alone."""
    for text in [*document.findall(nodes.Text)]:
        if composed(text) != text:
            text.parent.replace(text, nodes.Text(composed(text)))
    for index in document.findall(addnodes.index):
        index["entries"] = [(sort, composed(said), *more) for sort, said, *more in index["entries"]]


def _points(config: Config) -> int:
    """Return the size of the type of the documents."""
    found = re.match(r"\d+", str(config.latex_elements.get("pointsize", "")))
    return int(found[0]) if found else 10


def _is(name: str) -> Any:
    return lambda node: isinstance(node, nodes.Element) and name in node.get("classes", ())


def _frame(record: nodes.section) -> None:
    """Put all below the title of a record into a frame with the colour of its state."""
    start = 0
    for child in record.children:
        if not isinstance(child, (nodes.title, addnodes.index)):
            break
        start += 1
    if start == len(record.children):
        return
    tone = next((found[1] for name in record["classes"] if (found := _TONE.fullmatch(name))), "")
    inner = record.children[start:]
    record.children[start:] = []
    record += [tex(f"\\begin{{archdoccard}}{{{tone}}}"), *inner, tex("\\end{archdoccard}")]


def _mark_chosen(document: nodes.document) -> None:
    """Give the chosen options one frame, and the badge that the writer has not in titles."""
    for option in document.findall(_is("arch-is-chosen")):
        if "arch-option" in option["classes"]:
            option["classes"].remove("arch-option")
    for mark in [*document.findall(_is("arch-chosen"))]:
        mark.replace_self([tex("\\archdocchosen{"), *mark.children, tex("}")])


def _draw(bar: nodes.inline) -> None:
    """Draw a bar, or a part of one: they have no text."""
    sort = {"arch-meter", "arch-segment"} & set(bar["classes"])
    if not sort:
        return
    names = " ".join(bar["classes"])
    tone, share = _TONE.search(names), _SHARE.search(names)
    if tone and share:
        points = int(share[1]) * _BAR // 100
        bar.replace_self(
            tex(f"\\{sort.pop().replace('arch-', 'archdoc')}{{{tone[1]}}}{{{points}}}")
        )


def _colour(table: nodes.table) -> None:
    """Give the cells of a matrix their colours; their words say the same."""
    for cell in table.findall(nodes.entry):
        names = " ".join(cell["classes"])
        tone = _TONE.search(names)
        if "arch-cell" in cell["classes"] and tone:
            cell.insert(0, tex(f"\\archdoccell{{{tone[1]}}}"))
