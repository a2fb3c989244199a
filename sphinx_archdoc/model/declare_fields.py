"""The fields and choices of kinds that are declared as data; see ``declare.py``."""

from __future__ import annotations

import dataclasses
import keyword
import re
from collections.abc import Iterable, Mapping
from typing import Any, get_args

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.fields import EMPTY, FieldSpec, FieldType
from sphinx_archdoc.model.findings import Problem, suggestion
from sphinx_archdoc.model.kind import Record, header_word
from sphinx_archdoc.model.vocabulary import Term, Vocabulary

_ATTRIBUTE = re.compile(r"[a-z][a-z0-9_]*\Z")
_KEY = re.compile(r"[a-z0-9][a-z0-9_.-]*\Z")
#: Options that every record directive has.
_DIRECTIVE = ("name", "class")
TONES = ("ok", "info", "warn", "bad", "mute", "neutral", "s1", "s2", "s3", "s4")
_FACTS: dict[str, type] = {
    "type": str, "title": str, "help": str, "required": bool, "column": bool, "synonyms": tuple,
}  # fmt: skip
#: What only fields of one type may say.
_OF_TYPE: dict[str, dict[str, type]] = {
    "refs": {"targets": tuple, "inverse": str, "reverse_of": str, "acyclic": bool},
    "choice": {"choices": list},
}
_TERM: dict[str, type] = {"key": str, "label": str, "synonyms": tuple, "tone": str}
_WANTED: dict[type, str] = {
    str: "a text", bool: "True or False", tuple: "a list of texts", list: "a list",
    dict: "a mapping",
}  # fmt: skip


@dataclasses.dataclass(frozen=True, slots=True)
class Reader:
    """Reads a mapping of facts; what is wrong is noted with the place, the rest stays."""

    place: str
    problems: list[Problem]

    def at(self, key: str) -> Reader:
        """Return the reader for a value inside this one."""
        return Reader(f"{self.place}[{key!r}]", self.problems)

    def say(self, message: str) -> None:
        """Note a fault."""
        self.problems.append(Problem(Code.CONFIG, f"{self.place}: {message}"))

    def facts(self, data: Any, types: Mapping[str, type]) -> dict[str, Any]:
        """Return the facts that are known and of the right type."""
        if not isinstance(data, Mapping):
            self.say(f"a mapping is wanted, not {data!r}")
            return {}
        good: dict[str, Any] = {}
        for key, value in data.items():
            wanted = types.get(key) if isinstance(key, str) else None
            if wanted is None:
                self.say(f"there is no fact {key!r}; {suggestion(str(key), types)}")
            elif not _fits(value, wanted):
                self.say(f"{key} is {value!r}; {_WANTED[wanted]} is wanted")
            elif wanted is str:
                good[key] = value.strip()
            else:
                good[key] = tuple(value) if wanted is tuple else value
        return good

    def one_of(self, facts: dict[str, Any], key: str, allowed: Iterable[str]) -> None:
        """Drop the fact unless it is one of the allowed words."""
        words = tuple(allowed)
        if key in facts and facts[key] not in words:
            self.say(f"{key} is {facts[key]!r}; {suggestion(facts[key], words)}")
            del facts[key]


def _fits(value: Any, wanted: type) -> bool:
    if wanted is tuple:
        return isinstance(value, (list, tuple)) and all(isinstance(item, str) for item in value)
    if wanted is list:
        return isinstance(value, (list, tuple))
    return isinstance(value, Mapping if wanted is dict else wanted)


@dataclasses.dataclass(frozen=True, slots=True)
class FieldReader:
    """Reads the fields of one kind; ``targets`` are all words a reference may aim at."""

    kind: Reader
    targets: set[str]
    plural: str

    def read(self, data: Mapping[Any, Any]) -> list[tuple[str, Any]]:
        """Return attribute names with dataclass fields; faulty fields are left out."""
        specs: dict[str, FieldSpec] = {}
        for key, facts in data.items():
            name = self._attribute(key, specs)
            spec = self._spec(self.kind.at("fields").at(str(key)), facts) if name else None
            if spec is not None:
                specs[name] = spec
        return [
            (name, dataclasses.field(default=EMPTY[spec.type], metadata={"spec": spec}))
            for name, spec in self._without_repeated_words(specs).items()
        ]

    def _attribute(self, key: Any, taken: Mapping[str, FieldSpec]) -> str:
        name = key.replace("-", "_") if isinstance(key, str) else ""
        if not _ATTRIBUTE.match(name) or keyword.iskeyword(name):
            why = "is no name for a field; use lower-case letters, digits and underscores"
        elif hasattr(Record, name) or name in _DIRECTIVE:
            why = "is what every record has already; choose another name"
        elif name in taken:
            why = "is there twice"
        else:
            return name
        self.kind.say(f"{key!r} {why}")
        return ""

    def _spec(self, reader: Reader, data: Any) -> FieldSpec | None:
        type_ = data.get("type", "text") if isinstance(data, Mapping) else "text"
        types = get_args(FieldType)
        if type_ not in types:
            reader.say(f"type is {type_!r}; {suggestion(str(type_), types)}")
            return None
        facts = reader.facts(data, {**_FACTS, **_OF_TYPE.get(type_, {})})
        facts["synonyms"] = tuple(header_word(word) for word in facts.get("synonyms", ()))
        if type_ == "choice":
            facts["vocabulary"] = self._vocabulary(reader, facts.pop("choices", ()))
            if not facts["vocabulary"].terms:
                reader.say("a choice needs choices; the field is left out")
                return None
        if type_ == "refs":
            facts["targets"] = self._targets(reader, facts.get("targets", ()))
            if not facts.get("reverse_of"):
                facts.setdefault("inverse", self.plural)
        return FieldSpec(**{**facts, "type": type_})

    def _targets(self, reader: Reader, words: Iterable[str]) -> tuple[str, ...]:
        for word in words:
            if word not in self.targets:
                hint = suggestion(word, sorted(self.targets))
                reader.say(f"targets names {word!r}, which is no kind or family; {hint}")
        return tuple(word for word in words if word in self.targets)

    def _vocabulary(self, reader: Reader, choices: Iterable[Any]) -> Vocabulary:
        terms: list[Term] = []
        for choice in choices:
            facts = {"key": choice} if isinstance(choice, str) else reader.facts(choice, _TERM)
            reader.one_of(facts, "tone", TONES)
            written = facts.get("key", "")
            key = written.strip().lower().replace(" ", "-")
            if not _KEY.match(key):
                reader.say(f"choice {choice!r} needs a key of letters, digits and hyphens")
            elif any(Vocabulary(term).exactly(key) for term in terms):
                reader.say(f"choice {key!r} is there twice")
            else:
                facts["key"] = key
                usual = written if written != key else key.replace("-", " ").capitalize()
                terms.append(Term(**{"label": usual, **facts}))
        return Vocabulary(*terms)

    def _without_repeated_words(self, specs: dict[str, FieldSpec]) -> dict[str, FieldSpec]:
        """Drop synonyms that name another field already."""
        taken = {header_word(name): name for name in specs}
        kept: dict[str, FieldSpec] = {}
        for name, spec in specs.items():
            words = []
            for word in spec.synonyms:
                if taken.setdefault(word, name) == name:
                    words.append(word)
                else:
                    place = self.kind.at("fields").at(name)
                    place.say(f"synonym {word!r} names the field {taken[word]!r} already")
            kept[name] = dataclasses.replace(spec, synonyms=tuple(words))
        return kept
