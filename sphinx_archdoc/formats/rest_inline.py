"""Inline Markdown of our own templates as reStructuredText, and texts of users in either."""

from __future__ import annotations

import re

_PIECE = re.compile(
    r"""
    \\(?P<escaped>[!-/:-@\[-`{-~])
    | (?P<ticks>`++)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)
    | \{(?P<role>[\w:-]+)\}`(?P<target>[^`]+)`
    | \[(?P<words>[^\[\]\n]+)\]\((?P<url>[^()\s]+)\)
    | (?P<marks>\*\*?)
    | (?P<plain>[^\\`{\[*]+|.)
    """,
    re.VERBOSE | re.DOTALL,
)
#: What Markdown must escape and reST need not.
_ONLY_MARKDOWN = frozenset("[]<>{}&~$_")
#: Underscores that would make the word before them a reference.
_REFERENCE = re.compile(r"_+(?=\W|\Z)")
#: A line of one sign alone is a rule or underlines a heading.
_RULE = re.compile(r"([!-/:-@\[-`{-~])\1{3,}\Z")


def as_rest(text: str) -> str:
    """Return inline Markdown of a template as reST."""
    made, plain = [], ""
    for match in _PIECE.finditer(text):
        if match["escaped"]:
            char = match["escaped"]
            plain += char if char in _ONLY_MARKDOWN else f"\\{char}"
            continue
        if match["plain"]:
            plain += match["plain"]
            continue
        made.append(_plain(plain))
        plain = ""
        if match["ticks"]:
            made.append(f"``{match['code'].strip()}``")
        elif match["role"]:
            made.append(f":{match['role']}:`{match['target']}`")
        elif match["words"]:
            made.append(f"`{match['words']} <{match['url']}>`__")
        else:
            made.append(match["marks"])
    text = "".join([*made, _plain(plain)])
    if _RULE.match(text):
        text = f"\\ {text}"
    # At the end of a paragraph two colons would announce a literal block.
    return f"{text[:-1]}\\:" if text.endswith("::") else text


def _plain(text: str) -> str:
    return _REFERENCE.sub(lambda match: "\\_" * len(match[0]), text)


#: What Markdown and MyST would take for markup in a text.
_SPECIAL = re.compile(r"[\\`*\[\]|{]|(?<!\w)_|_(?!\w)|<(?=[\w/!?])|&(?=#?\w+;)|~(?=~)|(?<=~)~")
#: How a list, a heading, a quote or a directive begins; and how a heading ends.
_BEGINS = re.compile(r"\A(?=[-+=#:.%>~])|(?<=\s)(?=#+\Z)")
_NUMBER = re.compile(r"\A(\d+|\w)(?=[.)](?:\s|\Z))")


def as_markdown(text: str) -> str:
    """Return a text of a user as inline Markdown that shows just that text."""
    made = _BEGINS.sub(r"\\", _SPECIAL.sub(r"\\\g<0>", text))
    return _NUMBER.sub(r"\1\\", made)
