from __future__ import annotations

import pytest

from sphinx_archdoc.sphinxext.latex_fonts import unset_letters


@pytest.mark.parametrize(
    ("text", "engine", "language", "elements", "missing"),
    [
        ("API → Łódź, ½ €", "pdflatex", "en", {}, ""),
        ("События Ωμ", "pdflatex", "en", {}, "СобытияΩμ"),
        ("События", "pdflatex", "ru", {"fontenc": "\\usepackage[X2,T1]{fontenc}"}, ""),
        ("Ωμ", "pdflatex", "en", {"fontenc": "\\usepackage[LGR,T1]{fontenc}"}, ""),
        ("注文 注文", "pdflatex", "en", {}, "注文"),
        ("События Ωμ", "xelatex", "en", {}, ""),
        ("注文 カタ 한", "xelatex", "en", {}, "注文カタ한"),
        ("注文", "lualatex", "en", {}, "注文"),
        ("注文", "xelatex", "en", {"fontpkg": "\\setmainfont{X}"}, ""),
        ("注文", "xelatex", "zh_CN", {}, ""),
        ("注文", "uplatex", "ja", {}, ""),
        ("✅ 🎉", "pdflatex", "en", {}, ""),
    ],
)
def test_letters_without_a_font(
    text: str, engine: str, language: str, elements: dict[str, str], missing: str
) -> None:
    assert unset_letters(text, engine, language, elements) == missing
