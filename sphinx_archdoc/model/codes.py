"""The warning codes: every message of the extension carries exactly one of them."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Self


class Code(Enum):
    """A stable warning code, shown as ``[archdoc.<value>]`` and usable in ``suppress_warnings``.

    ``meaning`` says in one or two sentences what is wrong, for the reader of a build log.
    """

    meaning: str

    def __new__(cls, value: str, meaning: str = "") -> Self:
        """Take the meaning beside the value; who looks a code up, ``Code("date")``, gives none."""
        made = object.__new__(cls)
        made._value_ = value
        made.meaning = meaning
        return made

    OPTION = "option", "The directive has no such option. The directive is kept without it."
    VALUE = "value", "An option or cell has a value that its field does not allow."
    MISSING = "missing", "A record lacks a fact that its kind requires."
    STATUS = "status", "The status is no known word. It is shown as written, without a colour."
    DATE = "date", "A date could not be read. It is shown as written and sorts last."
    ID = "id", "An id holds characters other than letters, digits, dot, underscore, hyphen."
    DUPLICATE = "duplicate", "Two records have the same id. Both texts stay; links go to the first."
    CONFLICT = "conflict", "One element is declared in two places with different facts."
    REFERENCE = "reference", "A role or option names a record that does not exist."
    WRONG_KIND = (
        "wrong_kind",
        "A reference names a record of a kind that this field does not allow.",
    )
    NUMBER = (
        "number",
        "A number of a decision is in use twice, or title and file say different ones.",
    )
    AMBIGUOUS = (
        "ambiguous",
        "A reference by number fits several decisions. Name the file or the full id.",
    )
    CYCLE = "cycle", "Records refer to each other in a circle, for example by superseding."
    SELF_LINK = "self_link", "A record refers to itself."
    PARTICIPANT = (
        "participant",
        "A flow names a participant that is no building block of the model.",
    )
    STEP = "step", "A step of a flow goes between building blocks that no relation joins."
    ONE_SIDED = (
        "one_sided",
        "One decision says that it replaces or amends another, which does not say so.",
    )
    SUCCESSOR = "successor", "A decision is superseded, but by none that is known and in force."
    INCOMPLETE = (
        "incomplete",
        (
            "An accepted decision does not say what was decided, or what follows; `archdoc check "
            "--completeness`: the document does not pass a check of its template."
        ),
    )
    STALE = "stale", "A decision has been proposed for longer than the project allows."
    OUTDATED = "outdated", "A building block in use rests on a decision that no longer holds."
    ORPHAN = "orphan", "A decision refers to nothing, and nothing refers to it."
    WAIVER = "waiver", "A waiver has expired, or names a rule that does not exist."
    C4_DESCRIPTION = "c4_description", "A building block does not say what it does."
    C4_TECHNOLOGY = (
        "c4_technology",
        "A container, a component or a relation between them names no technology.",
    )
    C4_LABEL = "c4_label", "A relation does not say what it is for."
    C4_LEVEL = "c4_level", "A building block lies inside one of a level that cannot hold it."
    C4_DISCONNECTED = "c4_disconnected", "A building block has no relation to any other."
    C4_NO_VIEW = "c4_no_view", "A building block is shown in no picture."
    C4_DUPLICATE = "c4_duplicate", "Two building blocks are joined twice by the same relation."
    C4_BIDIRECTIONAL = "c4_bidirectional", "A relation goes both ways; two relations say more."
    C4_CYCLE = "c4_cycle", "Containers or components need each other in a circle."
    C4_BUS = "c4_bus", "A bus or broker is one box with many neighbours; its topics say more."
    C4_LIFECYCLE = "c4_lifecycle", "A building block uses one that is deprecated or retired."
    C4_DEPLOYMENT = "c4_deployment", "A deployment node is empty, or a container runs nowhere."
    C4_DECISIONS = "c4_decisions", "A system has containers, but no decision affects it."
    RISK = "risk", "A high risk has no mitigation or no owner, or its review is overdue."
    NESTING = (
        "nesting",
        (
            "A record stands inside a list or note, where no section may be; or the fence of a "
            "record ends elsewhere than meant."
        ),
    )
    EMPTY = (
        "empty",
        (
            "A directive that needs content has none; `archdoc check --completeness`: a section or "
            "table is empty."
        ),
    )
    TABLE = (
        "table",
        (
            "The body of a table directive holds no table, or one that cannot be read; or a row "
            "has more or fewer cells than its header."
        ),
    )
    COLUMN = "column", "A column is named that this kind of record does not have."
    FILTER = "filter", "A filter could not be read."
    SCOPE = "scope", "A C4 view names an element that does not exist or does not fit."
    SYNTAX = (
        "syntax",
        (
            "A line of a model or C4 text could not be read and is left out of the picture; or a "
            "page uses syntax of MyST that `conf.py` does not switch on, and shows it as text."
        ),
    )
    DATA = "data", "A data file or one of its rows could not be read. Good rows stay."
    PATH = "path", "A file lies outside the allowed folders, or files are switched off."
    LIMIT = "limit", "Something is larger than the limits allow. It is cut or left out."
    URL = "url", "A link is not http, https, mailto or relative. It is shown as text."
    TEXT = "text", "A text holds control characters. They are removed."
    PICTURE = (
        "picture",
        "A picture could not be drawn. Its text form or its source is shown instead.",
    )
    DENSE = (
        "dense",
        "A picture shows more than can be taken in at once. Narrower views say it better.",
    )
    REFUSED = "refused", "A statement that would run code or fetch a file is not executed."
    SHORT_NAME = (
        "short_name",
        "A short directive name is taken by something else; use the arch: form.",
    )
    CONFIG = "config", "A configuration value is not valid. The default is used."
    PLACEHOLDER = (
        "placeholder",
        "A page has placeholders of its template left. The message has their lines.",
    )
    DAMAGED = "damaged", "A text was damaged by a wrong decoding. The message says what was meant."
    OVERDUE = "overdue", "A question is open after its day, or a document was not reviewed in time."
    VIEW = "view", "The model needs a picture that no page shows."
    TOTAL = (
        "total",
        "A written total or score is not what its parts come to. The message says what is.",
    )
    GOAL = "goal", "The written status of a goal contradicts its target and the measured value."
    COVERAGE = "coverage", "A matrix asks for a share of records that are covered, and fewer are."
    RESILIENCE = (
        "resilience",
        "An integration does not say what happens when the other side is silent.",
    )
