"""Where ``conf.py`` says a setting, for the warnings about it."""

from __future__ import annotations

import ast
from pathlib import Path


def place_of(confdir: str | Path, name: str, entry: str = "") -> str:
    """Return ``…/conf.py:line`` of a setting, or of a text that its value has in it.

    Of several assignments the last one counts. What is not found there, such as an option of the
    command line, is told with the first line.
    """
    path = Path(confdir, "conf.py")
    try:
        tree = ast.parse(path.read_bytes())
    except (OSError, ValueError, SyntaxError, RecursionError, MemoryError):
        tree = ast.Module([], [])
    return f"{path}:{_line(tree, name, entry)}"


def _line(tree: ast.Module, name: str, entry: str) -> int:
    lines = [node for node in tree.body if name in _targets(node)]
    if not lines:
        return 1
    for node in ast.walk(lines[-1]) if entry else ():
        if isinstance(node, ast.Constant) and node.value == entry:
            return node.lineno
    return lines[-1].lineno


def _targets(node: ast.stmt) -> set[str]:
    found = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return {item.id for item in found if isinstance(item, ast.Name)}
