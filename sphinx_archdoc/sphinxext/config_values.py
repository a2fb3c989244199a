"""What configuration values must be: each function says what is wrong with one, or nothing.

A default is not looked at, so what decides about a value is loaded for projects that set it.
"""

from __future__ import annotations

import re
from typing import Any

from sphinx_archdoc.model.setting_values import mapping, words


def yes_or_no(value: Any) -> str:
    """Say what is wrong with yes or no, or nothing."""
    return "" if isinstance(value, bool) else "must be True or False"


def names(value: Any) -> str:
    """Say what is wrong with names of directives, or all or none, or nothing."""
    if isinstance(value, bool) or texts(value) == "":
        return ""
    return "must be True, False or a list of directive names"


def texts(value: Any) -> str:
    """Say what is wrong with a list of texts, or nothing."""
    right = isinstance(value, (list, tuple)) and all(isinstance(item, str) for item in value)
    return "" if right else "must be a list of texts"


def status_words(value: Any) -> str:
    """Say what is wrong with words for statuses, or nothing."""
    right = not mapping(value) and not any(words(found) for found in value.values())
    return "" if right else 'must be a dictionary like {"adr": {"gilt": "accepted"}}'


def steps(value: Any) -> str:
    """Say what is wrong with the steps of a scale, or nothing."""
    from sphinx_archdoc.model.scores import DEFAULT_THRESHOLDS

    return "" if type(value) is int and value in DEFAULT_THRESHOLDS else "must be 3, 4 or 5"


#: Medium, high and critical have a lowest score each.
_BANDS_ABOVE_LOW = 3


def thresholds(value: Any) -> str:
    """Say what is wrong with the bounds of the bands of risks, or nothing."""
    right = value is None or (
        isinstance(value, (list, tuple))
        and len(value) == _BANDS_ABOVE_LOW
        and all(type(item) is int for item in value)
        and list(value) == sorted(set(value))
    )
    return (
        "" if right else "must be three rising whole numbers: medium from, high from, critical from"
    )


def layout(value: Any) -> str:
    """Say what is wrong with a layout engine, or nothing."""
    right = value == "graphviz-wasm" or (texts(value) == "" and len(value) > 0)
    return "" if right else "must be 'graphviz-wasm' or a command as a list, like ['dot']"


def languages(value: Any) -> str:
    """Say what is wrong with languages of pictures, or all or none, or nothing."""
    from sphinx_archdoc.formats.languages import LANGUAGES

    chosen = value if isinstance(value, (list, tuple)) else []
    right = isinstance(value, bool) or (texts(value) == "" and set(chosen) <= set(LANGUAGES))
    return "" if right else "must be True, False or a list of 'mermaid' and 'plantuml'"


def command(value: Any) -> str:
    """Say what is wrong with a command, or nothing."""
    right = isinstance(value, str) or texts(value) == ""
    return "" if right else "must be a text or a list of texts"


def renderer(value: Any) -> str:
    """Say what is wrong with a way to draw, or nothing."""
    from sphinx_archdoc.views.picture_options import RENDERERS

    return "" if value in RENDERERS else f"must be one of {', '.join(RENDERERS)}"


def text(value: Any) -> str:
    """Say what is wrong with a text, or nothing."""
    return "" if isinstance(value, str) else "must be a text"


def parts(value: Any) -> str:
    """Say what is wrong with a form of the parts of records, or nothing."""
    return "" if value in ("rubric", "section") else "must be 'rubric' or 'section'"


def folders(value: Any) -> str:
    """Say what is wrong with folders by the name of their pages, or nothing."""
    right = not mapping(value) and all(
        isinstance(folder, str) and folder.strip() and re.fullmatch(r"[\w-]+(?:/[\w-]+)*", name)
        for name, folder in value.items()
    )
    return "" if right else 'must be a dictionary like {"decisions": "../doc/adr"}'


def template(value: Any) -> str:
    """Say what is wrong with the name of a template, or nothing."""
    from sphinx_archdoc.templates import NAMES

    return "" if value == "" or value in NAMES else f"must be one of {', '.join(NAMES)}"
