"""Read YAML rows (YAML 1.1, as PyYAML reads it): a list of mappings, or a mapping that holds one.

PyYAML's events are read one by one, and nothing is constructed from tags: a scalar is its text.
So nesting can be limited before it is built, an alias can be charged with all it stands for, and
the rows before a fault stay.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sphinx_archdoc.formats.data_tree import DEEPEST, Mapping, Sequence
from sphinx_archdoc.model.codes import Code

if TYPE_CHECKING:
    from sphinx_archdoc.formats.collecting import Problems

_NULL = ("", "~", "null", "Null", "NULL")
_BOOL = ("true", "True", "TRUE", "false", "False", "FALSE")
#: Aliases may make a file so many times as large, and that much on top.
_EXPANSION = 4
_ALLOWANCE = 100_000


def read_yaml(text: str, problems: Problems) -> object:
    """Return what the text holds: text, ``Sequence``, ``Mapping``; None when nothing is right."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    builder = _Builder(yaml, text)
    try:
        for event in yaml.parse(text, Loader=loader):
            builder.take(event)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or "a character that YAML does not allow"
        # YAML also counts rare line ends, and puts the end of the text on a line of its own
        line = min(mark.line, text.count("\n")) + 1 if mark else 1
        problems.add(Code.DATA, f"not valid YAML from here on: {what}", line)
    except _RefusedError as error:
        problems.add(error.code, str(error), builder.line)
    except (ValueError, OverflowError, IndexError, RecursionError):
        # PyYAML lets these through for impossible escapes such as "\UFFFFFFFF"
        problems.add(Code.DATA, "not valid YAML from here on", builder.line)
    return builder.root


class _RefusedError(Exception):
    def __init__(self, message: str, code: Code = Code.DATA) -> None:
        super().__init__(message)
        self.code = code


@dataclass(slots=True)
class _Open:
    """A list or mapping being read; ``weight`` counts its characters, aliases in full."""

    value: Mapping | Sequence
    anchor: str | None
    line: int
    weight: int = 1
    key: str | None = None
    merged: list[Mapping] = field(default_factory=list)


class _Builder:
    """Builds the tree. A list is part of it from its start, a mapping once it is complete."""

    def __init__(self, yaml: Any, text: str) -> None:
        self.root: object = None
        self.line = 1
        self._yaml = yaml
        self._heaviest = _EXPANSION * len(text) + _ALLOWANCE
        self._last = text.count("\n")
        self._weight = 0
        self._stack: list[_Open] = []
        self._anchors: dict[str, tuple[object, int]] = {}
        self._documents = 0

    def take(self, event: Any) -> None:
        """Take the next event of the parser."""
        yaml = self._yaml
        self.line = min(event.start_mark.line, self._last) + 1
        if isinstance(event, yaml.ScalarEvent):
            text = event.value
            if not event.style:
                text = "" if text in _NULL else text.lower() if text in _BOOL else text
            self._anchor(event.anchor, text, len(text) + 1)
            self._put(text, len(text) + 1)
        elif isinstance(event, yaml.AliasEvent):
            if event.anchor not in self._anchors:
                raise _RefusedError(f"the alias *{event.anchor} stands for nothing before it")
            self._put(*self._anchors[event.anchor])
        elif isinstance(event, yaml.MappingStartEvent):
            self._start(Mapping(), event.anchor)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._start(Sequence(), event.anchor)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._end()
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise _RefusedError("a second YAML document starts here; it is left out")

    def _start(self, value: Mapping | Sequence, anchor: str | None) -> None:
        if len(self._stack) > DEEPEST:
            raise _RefusedError(f"nested deeper than {DEEPEST} levels", Code.LIMIT)
        if isinstance(value, Mapping):
            value.line = self.line
        if not self._stack:
            self.root = value
        elif isinstance(value, Sequence):
            top = self._stack[-1]
            if isinstance(top.value, Mapping) and top.key is None:
                raise _RefusedError("a list cannot be the name of a column")
            if top.key != "<<":
                self._attach(value, top, self.line)
        self._stack.append(_Open(value, anchor, self.line))

    def _end(self) -> None:
        done = self._stack.pop()
        if isinstance(done.value, Mapping):
            for base in done.merged:
                for key, value in base.items():
                    done.value.setdefault(key, value)
        self._anchor(done.anchor, done.value, done.weight)
        if not self._stack:
            return
        top = self._stack[-1]
        top.weight += done.weight
        if isinstance(done.value, Mapping) or top.key == "<<":
            self._attach(done.value, top, done.line)
        if isinstance(done.value, Sequence) and isinstance(top.value, Mapping):
            top.key = None

    def _anchor(self, name: str | None, value: object, weight: int) -> None:
        if name:
            self._anchors[name] = (value, weight)

    def _put(self, value: object, weight: int) -> None:
        """Add a scalar, or what an alias stands for."""
        self._weight += weight
        if self._weight > self._heaviest:
            raise _RefusedError("its aliases stand for too much text", Code.LIMIT)
        if not self._stack:
            self.root = value
            return
        top = self._stack[-1]
        top.weight += weight
        if isinstance(top.value, Mapping) and top.key is None:
            if not isinstance(value, str):
                raise _RefusedError("a list or mapping cannot be the name of a column")
            top.key = value
            return
        self._attach(value, top, self.line)
        top.key = None

    def _attach(self, value: object, top: _Open, line: int) -> None:
        if isinstance(top.value, Sequence):
            top.value.append(value)
            top.value.lines.append(line)
            return
        key = top.key
        if key is None:
            raise _RefusedError("a mapping cannot be the name of a column")
        if key == "<<":
            bases = value if isinstance(value, Sequence) else [value]
            top.merged.extend(base for base in bases if isinstance(base, Mapping))
        else:
            if key in top.value:
                top.value.doubled += (key,)
            top.value[key] = value
        if isinstance(value, Mapping):
            top.key = None
