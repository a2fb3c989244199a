"""What all Mermaid texts share: front matter, comments before the keyword, and coded characters."""

from __future__ import annotations

import re
from html.entities import html5

from sphinx_archdoc.formats.collecting import split_lines

_CODE = re.compile(r"#(\d{1,7}|[A-Za-z][A-Za-z0-9]{1,30});")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TITLE = re.compile(r"title\s*:\s*(.*)")
_HIGHEST = 0x10FFFF


def decoded(text: str) -> str:
    """Return a label as it is drawn: ``#35;`` and ``#quot;`` as characters, one line."""
    return " ".join(_CODE.sub(_character, _BREAK.sub(" ", text)).split())


def _character(found: re.Match[str]) -> str:
    code = found[1]
    if code.isdigit():
        number = int(code)
        surrogate = 0xD800 <= number <= 0xDFFF  # noqa: PLR2004 - half a character
        return chr(number) if 0 < number <= _HIGHEST and not surrogate else found[0]
    return html5.get(f"{code};", found[0])


def without_front_matter(lines: list[str]) -> tuple[list[str], str]:
    """Return the lines with front matter and directives emptied, and the title it states."""
    title = ""
    start = next((i for i, line in enumerate(lines) if line.strip()), 0)
    if lines and lines[start].strip() == "---":
        end = next((i for i in range(start + 1, len(lines)) if lines[i].strip() == "---"), start)
        for line in lines[start:end]:
            found = _TITLE.match(line.strip())
            if found:
                title = decoded(found[1].strip("\"' "))
        lines = [*[""] * (end + 1), *lines[end + 1 :]]
    return _without_directives(lines), title


def _without_directives(lines: list[str]) -> list[str]:
    """Empty ``%%{init: …}%%``, which may stand on several lines."""
    out, inside = [], False
    for line in lines:
        inside = inside or line.lstrip().startswith("%%{")
        out.append("" if inside else line)
        inside = inside and "}%%" not in line
    return out


def is_start(text: str, keyword: str) -> bool:
    """Tell whether a text's first word is this keyword."""
    lines, _ = without_front_matter(split_lines(text[:20_000]))
    first = next((s for line in lines if (s := line.strip()) and not s.startswith("%%")), "")
    return first.split(" ", 1)[0].rstrip(":;") == keyword
