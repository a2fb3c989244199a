"""What all our directives share: options, places, warnings, ids."""

from __future__ import annotations

import hashlib
import os
import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.parsers.rst import states
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Location, Problem, suggestion
from sphinx_archdoc.model.values import clean, is_id
from sphinx_archdoc.sphinxext.domain import domain_of
from sphinx_archdoc.sphinxext.open_options import Taken, is_option, take_options
from sphinx_archdoc.sphinxext.warnings import warn, whole_path

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from sphinx_archdoc.sphinxext.domain import ArchDomain


#: More of an odd id is not repeated in a message.
_LONGEST_SHOWN = 60


class ArchDirective(SphinxDirective):
    """A directive of ours: reads its options itself and never loses its text."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    #: The names of its options: what an indented line may be meant for.
    known_options: Container[str] = ()
    #: The line of each option that is given.
    option_lines: Mapping[str, int] = {}

    def run(self) -> list[nodes.Node]:
        """Take the options from the text, then build."""
        self._take_options()
        self._clean()
        return self.build()

    def build(self) -> list[nodes.Node]:
        """Return the nodes of the directive; options and content are separated."""
        raise NotImplementedError

    def _take_options(self) -> None:
        """Separate argument, options and content, in reST and MyST alike.

        docutils hands all lines up to the first blank one over as the argument, MyST all lines
        but the first as the content; see :class:`~.open_options.OpenOptions`.
        """
        taken = Taken({}, 0)
        known = self.known_options
        self.option_lines = {}
        if self.arguments:
            lines = self.arguments[0].split("\n")
            starts = (n for n, line in enumerate(lines) if is_option(line, known))
            start = next(starts, len(lines))
            taken = take_options(lines[start:], known)
            title = " ".join(line.strip() for line in lines[:start])
            self.arguments = [title] if title else []
            top = self._argument_line(lines[0]) + start
            self.option_lines = {name: top + line for name, line in taken.at.items()}
            self._keep_above(lines[start + taken.lines :], top + taken.lines)
        if not taken.lines:
            taken = take_options(list(self.content), known)
            at = taken.at.items()
            self.option_lines = {name: self.content_line(line + 1) for name, line in at}
            self.content = self.content[taken.lines :]
            self.content_offset += taken.lines
            while self.content and not self.content[0].strip():
                self.content = self.content[1:]
                self.content_offset += 1
        self.options = taken.options
        for name in taken.repeated:
            message = f"{self.name}: the option {name!r} is given twice; the last counts"
            self.warn(Code.OPTION, message, option=name)
        if taken.indented:
            named = ", ".join(map(repr, taken.indented))
            message = f"{self.name}: indented too deep, but read: {named}"
            message = f"{message}; check the indentation of the options"
            self.warn(Code.OPTION, message, option=taken.indented[0])
        for name in taken.unclosed:
            message = f"{self.name}: the option {name!r} lacks a colon, but is read"
            self.warn(Code.OPTION, f"{message}; write ':{name}:'", option=name)
        if taken.fault:
            self.warn(Code.OPTION, f"{self.name}: the options cannot be read: {taken.fault}")

    def _clean(self) -> None:
        """Take control characters out of the argument and the options."""
        dirty = []
        if self.arguments and not self.arguments[0].isprintable():
            self.arguments[0], found = clean(self.arguments[0])
            dirty += ["the argument"] * found
        for name, value in self.options.items():
            if not value.isprintable():
                self.options[name], found = clean(value)
                dirty += [f"'{name}'"] * found
        if dirty:
            where = ", ".join(dirty)
            self.warn(Code.TEXT, f"{self.name}: control characters were removed from {where}")

    def _argument_line(self, first: str) -> int:
        """Return the line of the argument, which may begin below the name of the directive."""
        block = enumerate(self.block_text.split("\n") if self.in_rst else ())
        below = next((number for number, line in block if line.rstrip().endswith(first)), 0)
        return self.get_source_info()[1] + below

    def _keep_above(self, lines: list[str], top: int) -> None:
        """Put text that follows the options without a blank line back on top of the content.

        ``top`` is the line of the first one.
        """
        if lines:
            source, _ = self.get_source_info()
            items = [(source, top - 1 + number) for number in range(len(lines) + 1)]
            self.content = StringList([*lines, ""], items=items) + self.content

    def parse_inline(
        self, text: str, *, lineno: int = -1
    ) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Parse inline markup; raw HTML in it (MyST passes it on) becomes text."""
        inline, messages = super().parse_inline(text, lineno=lineno)
        made: list[nodes.Node] = []
        for part in inline:
            if isinstance(part, nodes.raw):
                made.append(nodes.Text(part.astext()))
                continue
            for raw in [*part.findall(nodes.raw)]:
                raw.replace_self(nodes.Text(raw.astext()))
            made.append(part)
        return made, messages

    @property
    def domain(self) -> ArchDomain:
        """Our domain."""
        return domain_of(self.env)

    @property
    def in_rst(self) -> bool:
        """Whether reST reads the content (MyST's state is another class)."""
        return isinstance(self.state, states.RSTState)

    @property
    def argument(self) -> str:
        """The argument, or an empty text."""
        return self.arguments[0].strip() if self.arguments else ""

    def get_source_info(self) -> tuple[str, int]:
        """Return the source file and line of the directive; Sphinx may know neither."""
        source, line = super().get_source_info()
        return source or "", line or self.lineno

    def place(self, line: int = 0, anchor: str = "", file: str = "") -> Location:
        """Return the place of this directive, or of a line of its source file, or of another."""
        source, own_line = self.get_source_info()
        return Location(self.env.docname, self.relative(file or source), line or own_line, anchor)

    def relative(self, source: str) -> str:
        """Return a source path relative to the source directory, the same on every machine."""
        path = source.partition(":<")[0]
        if not path or path.startswith("<"):  # rst_prolog and the like
            path = str(self.env.doc2path(self.env.docname))
        return os.path.relpath(path, self.env.srcdir).replace(os.sep, "/")

    def content_line(self, number: int) -> int:
        """Return the line in the source file of line ``number`` (from 1) of the content."""
        if not number:
            return self.get_source_info()[1]
        if self.in_rst:
            try:
                line = self.content.info(number - 1)[1]
            except IndexError:
                line = None
            return (line + 1) if line is not None else self.content_offset + number
        return self.lineno + self.content_offset + number

    def clean_content(self) -> str:
        """Return the content as text without control characters, which are reported."""
        lines = []
        for number, line in enumerate(self.content, 1):
            text, found = clean(line)
            if found:
                message = f"{self.name}: control characters were removed"
                self.warn(Code.TEXT, message, self.content_line(number))
            lines.append(text.replace("\n", " "))
        return "\n".join(lines)

    def warn(
        self, code: Code, message: str, line: int = 0, file: str = "", *, option: str = ""
    ) -> None:
        """Warn at this directive, or at an option, a line of the source file, or another file."""
        warn(code, message, self.source_place(line or self.option_lines.get(option, 0), file))

    def source_place(self, line: int = 0, file: str = "") -> str:
        """Return ``file:line`` as Sphinx prints it."""
        source, own_line = self.get_source_info()
        return f"{whole_path(file or source)}:{line or own_line}"

    def report(
        self, problems: Iterable[Problem], of: str = "", *, in_content: bool = False
    ) -> None:
        """Warn of each problem, ``of`` what; lines may count within the content."""
        for problem in problems:
            line = self.content_line(problem.line) if in_content else problem.line
            message = f"{of}: {problem.message}" if of else problem.message
            self.warn(problem.code, message, line, option=problem.option)

    def check_options(self, allowed: Iterable[str]) -> dict[str, str]:
        """Return the options that exist, in docutils' small letters; warn of the others."""
        names = [*allowed]
        found: dict[str, str] = {}
        for name, value in self.options.items():
            if (small := name.lower()) in names:
                found[small] = value
            else:
                hint = suggestion(name, names)
                self.warn(Code.OPTION, f"{self.name} has no option {name!r}; {hint}", option=name)
        return found

    def valid_id(self, wanted: str, kind: str, fallback: str) -> str:
        """Return ``wanted`` if it can be an id; else warn and make one from ``fallback``."""
        if is_id(wanted):
            return wanted
        made = id_from(kind, self.lineno, fallback, wanted)
        if wanted:
            shown = wanted if len(wanted) <= _LONGEST_SHOWN else f"{wanted[:_LONGEST_SHOWN]}…"
            self.warn(
                Code.ID,
                f"{kind}: {shown!r} is no id; ids hold letters, digits, '.', '_' and '-' "
                f"(at most 200); using {made!r}",
            )
        return made

    def anchor(self, id_: str, kind: str) -> str:
        """Return the anchor of a record: its id, made different from what headings can have."""
        wanted = id_ if nodes.make_id(id_) != id_ else f"{kind}-{id_}"
        anchor = wanted
        number = 2
        while anchor in self.state.document.ids:
            anchor = f"{wanted}-{number}"
            number += 1
        return anchor

    def carry(self, node: nodes.Element, anchor: str) -> None:
        """Give a node an anchor and tell the document, so that no heading takes it."""
        node["ids"].append(anchor)
        self.state.document.ids[anchor] = node

    def class_names(self, *classes: str) -> list[str]:
        """Return class names with those of the ``:class:`` option."""
        return [*classes, *(nodes.make_id(word) for word in self.options.get("class", "").split())]

    def value(self, name: str) -> Any:
        """Return an option as written, or an empty text."""
        return self.options.get(name, "")


def slug(text: str, longest: int = 80) -> str:
    """Return ``text`` as an id in lower case with hyphens, cut where it is too long.

    Texts that differ in more than case, accents and punctuation get different ids: ``C++`` is
    ``c-plus-plus``, and where letters are lost, as of Japanese, the end is made from the text.
    """
    spelled = _SYMBOL.sub(lambda symbol: _SPELLED[symbol[0]], text)
    # In front of an x, because docutils drops leading digits.
    made = re.sub(r"-+", "-", nodes.make_id(f"x {spelled}")[2:]).strip("-")
    if len(made) <= longest and not any(map(_is_lost, text)):
        return made
    mark = hashlib.blake2b(" ".join(text.casefold().split()).encode(), digest_size=4).hexdigest()
    return f"{made[: longest - len(mark) - 1].strip('-')}-{mark}".strip("-")


def id_from(kind: str, number: int, *texts: str) -> str:
    """Return an id made from the first text that yields one; ``number`` stands for no text."""
    text, made = next(((text, slug(text)) for text in texts if slug(text)), ("", str(number)))
    has_letters = any(char.isascii() and char.isalpha() for char in text)
    return made if has_letters else f"{kind}-{made}"


def _is_lost(char: str) -> bool:
    """Tell whether a letter or digit has no place in an id, and nothing to stand for it."""
    return not char.isascii() and char.isalnum() and nodes.make_id(f"x{char}") == "x"


#: Signs that tell names apart, where they stand right behind a letter: C, C++ and C#.
_SYMBOL = re.compile(r"(?<=[A-Za-z+#])[+#](?![A-Za-z])")
_SPELLED = {"+": " plus ", "#": " sharp "}
