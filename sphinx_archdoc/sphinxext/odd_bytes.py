"""Pages that are not UTF-8: read as what they are, so that one of them does not end the build.

Sphinx reads each page with the encoding that ``conf.py`` names and stops at the first byte that
does not fit. Where ``conf.py`` names none, pages are read by a codec of ours: UTF-8, and what is
not UTF-8 as decision records are read, with a warning.
"""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.sphinxext.warnings import warn

if TYPE_CHECKING:
    from typing import Any

    from sphinx.application import Sphinx

#: Sphinx' own choice where conf.py makes none.
_DEFAULT = "utf-8-sig"
_NAME = "archdoc_text"


def _text(data: Any) -> str:
    try:  # what most are, without loading anything
        return bytes(data).decode("utf-8-sig")
    except UnicodeDecodeError:
        from sphinx_archdoc.formats.adr_page import decode

        return decode(bytes(data))[0]


def _decode(data: Any, errors: str = "strict") -> tuple[str, int]:
    return _text(data), len(data)


class _Decoder(codecs.BufferedIncrementalDecoder):
    """Decodes at the end: only the whole file tells what it is."""

    def _buffer_decode(self, input: Any, errors: str, final: bool) -> tuple[str, int]:  # noqa: A002 -- its name there
        return (_text(input), len(input)) if final else ("", 0)


def _codec(name: str) -> codecs.CodecInfo | None:
    if name != _NAME:
        return None
    utf8 = codecs.lookup("utf-8")
    return codecs.CodecInfo(
        utf8.encode,
        _decode,
        streamreader=utf8.streamreader,
        streamwriter=utf8.streamwriter,
        incrementalencoder=utf8.incrementalencoder,
        incrementaldecoder=_Decoder,
        name=_NAME,
    )


def accept(app: Sphinx) -> None:
    """Let pages be read whatever their bytes are, unless conf.py says what they are."""
    if app.env.settings["input_encoding"] == _DEFAULT:
        codecs.register(_codec)
        app.env.settings["input_encoding"] = _NAME


def note(app: Sphinx, docname: str, source: list[str]) -> None:
    """Warn of a page whose bytes had to be guessed (``source-read``)."""
    if app.env.settings["input_encoding"] != _NAME or source[0].isascii():
        return
    from sphinx_archdoc.formats.adr_page import decode

    path = app.env.doc2path(docname)
    try:
        guess = decode(path.read_bytes())[1]
    except OSError:
        return
    if guess:
        warn(Code.TEXT, guess, f"{path}:1")
