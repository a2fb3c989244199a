"""Settings that a conf.py says in plain words, read without running it."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


class ConfSettings(NamedTuple):
    """The values that stand there as such, and the names of those that are computed."""

    values: Mapping[str, Any]
    computed: tuple[str, ...]


def conf_settings(
    conf: Path | None, names: frozenset[str], prefix: str = "archdoc_"
) -> ConfSettings:
    """Return the settings with these names, ours without their prefix.

    Of several assignments the last one counts. One that stands in a condition is computed.
    """
    try:
        text = (conf / "conf.py").read_bytes() if conf else b""
        tree = ast.parse(text)
    except (OSError, ValueError, SyntaxError, RecursionError, MemoryError):
        return ConfSettings({}, ())
    values: dict[str, Any] = {}
    computed: dict[str, None] = {}
    plain = set(map(id, tree.body))
    for node in ast.walk(tree):
        for target, value in _assigned(node):
            name = target.removeprefix(prefix)
            if not target.startswith(prefix) or name not in names:
                continue
            try:
                values[name] = ast.literal_eval(value) if id(node) in plain and value else None
            except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
                values[name] = None
            computed.pop(name, None)
            if values[name] is None:
                del values[name]
                computed[name] = None
    return ConfSettings(values, tuple(computed))


def _assigned(node: ast.AST) -> Iterator[tuple[str, ast.expr | None]]:
    if isinstance(node, ast.Assign):
        yield from ((item.id, node.value) for item in node.targets if isinstance(item, ast.Name))
    elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        yield node.target.id, node.value
    elif isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
        yield node.target.id, None
