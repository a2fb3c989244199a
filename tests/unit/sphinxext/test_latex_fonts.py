from __future__ import annotations

import pytest

from sphinx_archdoc.sphinxext.latex_fonts import boxed, definitions, unset_letters


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


@pytest.mark.parametrize(
    ("texts", "engine", "language", "found"),
    [
        (["注、文", "plain"], "xelatex", "en", "、文注"),
        (["注、文"], "pdflatex", "en", "、文注"),
        (["注、文"], "xelatex", "zh_CN", ""),
        (["a、b"], "xelatex", "en", ""),
        (["События"], "xelatex", "en", ""),
        (["\ue000"], "xelatex", "en", "\ue000"),
    ],
)
def test_letters_that_get_another_font(
    texts: list[str], engine: str, language: str, found: str
) -> None:
    assert "".join(boxed(texts, engine, language, {})) == found


def test_the_definition_of_a_letter_has_both_halves_of_its_code() -> None:
    made = definitions(["决"], unicode_fonts=True)
    assert made.startswith("\\archdocfindfonts\n")
    assert r"{\archdocotherfont{51}{B3}}{决}" in made
    assert definitions(["\U0002000b"], unicode_fonts=False).endswith(
        r"{\archdocotherfont{200}{0B}}{[U+2000B]}" + "\n"
    )
    assert definitions([], unicode_fonts=True) == ""
