"""How records look in LaTeX: badges, labels, ids, the decision; by the classes that HTML has too.

Sphinx writes a class as a role or an environment of its name, which does nothing unless it is
defined. No box is drawn round a whole record: none may hold a table that goes over pages.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_archdoc.sphinxext.assets import STATIC, STYLE

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: A tone of the style sheet: text, area and border, in light.
_TONE = re.compile(
    r"--arch-(ok|info|warn|bad|mute|neutral|s\d):var\(--arch-light,#(\w{6})\)[^;]*;"
    r"--arch-\1-bg:var\(--arch-light,#(\w{6})\)[^;]*;--arch-\1-bd:var\(--arch-light,#(\w{6})\)"
)
_PARTS = r"""% records of sphinx-archdoc
\newcommand\archdocrole[1]{\expandafter\providecommand\csname DUrole#1\endcsname[1]}
\archdocrole{arch-badge}{{\sffamily\bfseries\footnotesize#1}}
\archdocrole{arch-label}{{\color[HTML]{5A5C63}#1}}
\archdocrole{arch-id}{{\ttfamily\small#1}}
\archdocrole{arch-date}{\mbox{#1}}
\archdocrole{arch-chip}{{\setlength\fboxsep{1.5pt}\fcolorbox[HTML]{DCDFE5}{FFFFFF}%
 {\sffamily\footnotesize\vphantom{Ag}#1}}}
\archdocrole{arch-chosen}{\DUrole{arch-is-ok}{\sffamily\footnotesize#1}}
% a narrow column has no room for a box, and a box cannot be hyphenated
\newcommand\archdoctone[4]{\expandafter\providecommand\csname DUrole#1\endcsname[1]{{%
 \ifdim\linewidth<.5\textwidth\color[HTML]{#2}##1\else
 \setlength\fboxsep{1.5pt}\fcolorbox[HTML]{#4}{#3}{\color[HTML]{#2}\vphantom{Ag}##1}\fi}}}
\newenvironment{sphinxclassarch-decision}
 {\par\medskip{\color[HTML]{4AA574}\hrule height1.5pt}\nopagebreak\medskip}
 {\par\nopagebreak\smallskip{\color[HTML]{4AA574}\hrule height.4pt}\medskip}
"""


def style() -> str:
    """Return what the preamble of a document gets, with the colours of the style sheet."""
    tones = _TONE.findall((STATIC / STYLE).read_text(encoding="utf-8"))
    lines = (
        f"\\archdoctone{{arch-is-{name}}}{{{text.upper()}}}{{{area.upper()}}}{{{line.upper()}}}"
        for name, text, area, line in tones
    )
    return _PARTS + "\n".join(lines) + "\n"


def add(app: Sphinx) -> None:
    """Put it before the project's own preamble, which may change all of it (``builder-inited``)."""
    context = getattr(app.builder, "context", None)
    if app.builder.format == "latex" and isinstance(context, dict):
        context["preamble"] = style() + context.get("preamble", "")
