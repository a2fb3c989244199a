"""Pictures as figures of docutils: numbered by ``numfig``, named by ``:ref:`` and ``:numref:``.

A figure is made when the page is read, so that Sphinx numbers it and knows its caption; its picture
is put in when all pages are known. The text form follows the figure: in a PDF a figure floats and
may not be longer than a page, and in HTML all after a caption would be a part of the caption.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_archdoc.sphinxext.nodes import archdoc_picture, archdoc_relations

if TYPE_CHECKING:
    from sphinx_archdoc.sphinxext.base import ArchDirective
    from sphinx_archdoc.sphinxext.nodes import archdoc_slot

#: The attribute of a caption that no author wrote: the picture's own title takes its place.
_OWN = "arch_caption_of_picture"


def figure_shell(
    directive: ArchDirective, *, caption: str, default: str, extra: tuple[str, ...] = ()
) -> nodes.figure:
    """Return a figure with its caption, anchor-less and without a picture yet.

    ``caption`` is the author's text with inline markup; without one, ``default`` (plain text, never
    empty) stands for it until :func:`fill_figure` knows the title. ``extra`` are more classes. The
    caller inserts the slot as the first child and sets the anchor with ``carry``; ``:name:`` is
    taken here.
    """
    figure = nodes.figure(classes=directive.class_names("arch-figure", *extra))
    directive.set_source_info(figure)
    messages: list[nodes.system_message] = []
    if caption:
        inline, messages = directive.parse_inline(caption)
        title = nodes.caption(caption, "", *inline)
        directive.set_source_info(title)
    else:
        # Not the author's words: nothing to translate, and no source.
        title = nodes.caption("", default, translatable=False)
        title[_OWN] = True
    figure += [title, *messages]
    if "name" in directive.options:
        directive.add_name(figure)
    return figure


def picture_figure(title: str) -> nodes.figure:
    """Return a figure whose caption is the title of its picture, without a picture yet."""
    caption = nodes.caption("", title, translatable=False)
    caption[_OWN] = True
    return nodes.figure("", caption, classes=["arch-figure"])


def caption_text(figure: nodes.figure) -> str:
    """Return the words of the caption of a figure, without markup."""
    return " ".join(_caption(figure).astext().split())


def fill_figure(
    slot: archdoc_slot,
    picture: nodes.Element | None,
    text: list[nodes.Node],
    title: str,
    *,
    drawable: bool,
) -> None:
    """Put a picture in the place of the slot of a figure, and its text form after the figure.

    A picture is ours or the node of another extension. ``drawable`` says whether this builder shows
    pictures at all. If it does and there is none, a plain block takes the figure's place.
    """
    figure = slot.parent
    captions = (child for child in figure.children if isinstance(child, nodes.caption))
    caption = next(captions, None)
    if caption is not None and caption.attributes.pop(_OWN, False) and title:
        caption[:] = [nodes.Text(title)]
    told = bool(slot.get("arch_told"))  # what follows on the page says the same
    form = archdoc_relations("", *([] if told else text))
    if drawable and picture is None:
        _as_block(figure, caption, form)
        return
    if picture is None:
        figure.remove(slot)
    else:
        form["arch_drawn"] = True
        if isinstance(picture, archdoc_picture) and picture.cut:
            form["arch_cut"] = True
        slot.replace_self(picture)
    if told:
        return
    holder = figure.parent
    holder.insert(holder.index(figure) + 1, form)


def _caption(figure: nodes.Element) -> nodes.caption:
    return next(child for child in figure.children if isinstance(child, nodes.caption))


def _as_block(
    figure: nodes.Element, caption: nodes.caption | None, form: archdoc_relations
) -> None:
    """Replace a figure that has no picture by its caption and text form."""
    # The anchors stand in the paragraph: LaTeX writes none for a container.
    anchors = nodes.target("", "", ids=figure["ids"], names=figure["names"])
    figure["ids"], figure["names"] = [], []  # else they go to what replaces it as well
    title: nodes.Element = anchors
    if caption is not None:
        title = nodes.paragraph("", "", anchors, *caption.children, classes=["arch-caption"])
    figure.replace_self(nodes.container("", title, form, classes=[*figure["classes"], "arch-text"]))
