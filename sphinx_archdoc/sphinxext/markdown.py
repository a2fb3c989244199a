"""``architecture.md``: records, relations and texts as plain Markdown, beside the HTML pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.errors import NoUri

from sphinx_archdoc.sphinxext.books import is_book
from sphinx_archdoc.sphinxext.domain import domain_of
from sphinx_archdoc.sphinxext.export import is_current, write_if_changed

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.sphinxext.domain import ArchDomain

FILE = "architecture.md"


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write the file into the output folder, where ``archdoc_markdown`` asks for it."""
    if exception is not None or app.builder.format != "html" or is_book(app.builder):
        return
    domain = domain_of(app.env)
    target = Path(app.outdir) / FILE
    if not domain.config.markdown:
        return
    if not domain.pages:
        target.unlink(missing_ok=True)
        return
    if is_current(app, target, texts=True):
        return
    from sphinx_archdoc.formats.architecture_md import as_markdown
    from sphinx_archdoc.sphinxext.labels import translate
    from sphinx_archdoc.views.body_words import body_words

    project = app.config.project
    title = translate("Architecture of {project}").format(project=project) if project else ""
    texts = _Texts(domain)
    made = as_markdown(
        domain.store,
        title or translate("Architecture"),
        address=texts.address,
        text=texts.text,
        words=lambda record: body_words(domain.store, record, translate),
        translate=translate,
    )
    write_if_changed(target, made)


def texts_of_blocks(app: Sphinx) -> dict[str, str]:
    """Return what authors wrote about records in directives, by id (``archdoc-texts``)."""
    domain = domain_of(app.env)
    texts = _Texts(domain)
    blocks = (record for record in domain.store.records if record.origin == "block")
    return {record.id: text for record in blocks if (text := texts.text(record))}


class _Texts:
    """What authors wrote about records; pages are opened one after the other."""

    def __init__(self, domain: ArchDomain) -> None:
        self.domain = domain
        self._found: dict[str, dict[str, str]] = {}

    def address(self, record: Record) -> str:
        """Return where the record stands, from the folder of the file."""
        try:
            page = self.domain.builder.get_target_uri(record.at.docname)
        except NoUri:
            return ""
        return f"{page}#{record.at.anchor}" if record.at.anchor else page

    def text(self, record: Record) -> str:
        """Return the text of a record; nothing where it is a row or a line of a model."""
        docname = record.at.docname
        if record.origin not in ("block", "page") or docname not in self.domain.pages:
            return ""
        if docname not in self._found:
            self._found[docname] = self._read(docname)
        return self._found[docname].get(record.at.anchor, "")

    def _read(self, docname: str) -> dict[str, str]:
        from sphinx_archdoc.reading.markdown import text_of

        found: dict[str, str] = {}
        for node in self.domain.env.get_doctree(docname).findall(nodes.Element):
            if "arch_number" in node.attributes:
                text = text_of(node)
                found |= dict.fromkeys(node["ids"], text)
        return found
