"""The warning codes: every message of the extension carries exactly one of them."""

from __future__ import annotations

from enum import Enum


class Code(Enum):
    """A stable warning code, shown as ``[archdoc.<value>]`` and usable in ``suppress_warnings``.

    What each means is said in :data:`MEANING`.
    """

    OPTION = "option"
    VALUE = "value"
    MISSING = "missing"
    STATUS = "status"
    DATE = "date"
    ID = "id"
    DUPLICATE = "duplicate"
    CONFLICT = "conflict"
    REFERENCE = "reference"
    WRONG_KIND = "wrong_kind"
    NUMBER = "number"
    AMBIGUOUS = "ambiguous"
    CYCLE = "cycle"
    SELF_LINK = "self_link"
    PARTICIPANT = "participant"
    STEP = "step"
    ONE_SIDED = "one_sided"
    SUCCESSOR = "successor"
    INCOMPLETE = "incomplete"
    STALE = "stale"
    OUTDATED = "outdated"
    ORPHAN = "orphan"
    WAIVER = "waiver"
    C4_DESCRIPTION = "c4_description"
    C4_TECHNOLOGY = "c4_technology"
    C4_LABEL = "c4_label"
    C4_LEVEL = "c4_level"
    C4_DISCONNECTED = "c4_disconnected"
    C4_NO_VIEW = "c4_no_view"
    C4_DUPLICATE = "c4_duplicate"
    C4_BIDIRECTIONAL = "c4_bidirectional"
    C4_CYCLE = "c4_cycle"
    C4_BUS = "c4_bus"
    C4_LIFECYCLE = "c4_lifecycle"
    C4_DEPLOYMENT = "c4_deployment"
    C4_DECISIONS = "c4_decisions"
    RISK = "risk"
    NESTING = "nesting"
    EMPTY = "empty"
    TABLE = "table"
    COLUMN = "column"
    FILTER = "filter"
    SCOPE = "scope"
    SYNTAX = "syntax"
    DATA = "data"
    PATH = "path"
    LIMIT = "limit"
    URL = "url"
    TEXT = "text"
    PICTURE = "picture"
    DENSE = "dense"
    REFUSED = "refused"
    SHORT_NAME = "short_name"
    CONFIG = "config"
    PLACEHOLDER = "placeholder"
    DAMAGED = "damaged"
    OVERDUE = "overdue"
    VIEW = "view"
    TOTAL = "total"
    GOAL = "goal"
    COVERAGE = "coverage"
    RESILIENCE = "resilience"


#: What each code means, in one or two sentences for the reader of a build log.
MEANING: dict[Code, str] = {
    Code.OPTION: "The directive has no such option. The directive is kept without it.",
    Code.VALUE: "An option or cell has a value that its field does not allow.",
    Code.MISSING: "A record lacks a fact that its kind requires.",
    Code.STATUS: "The status is no known word. It is shown as written, without a colour.",
    Code.DATE: "A date could not be read. It is shown as written and sorts last.",
    Code.ID: "An id holds characters other than letters, digits, dot, underscore, hyphen.",
    Code.DUPLICATE: "Two records have the same id. Both texts stay; links go to the first.",
    Code.CONFLICT: "One element is declared in two places with different facts.",
    Code.REFERENCE: "A role or option names a record that does not exist.",
    Code.WRONG_KIND: "A reference names a record of a kind that this field does not allow.",
    Code.NUMBER: "A number of a decision is in use twice, or title and file say different ones.",
    Code.AMBIGUOUS: "A reference by number fits several decisions. Name the file or the full id.",
    Code.CYCLE: "Records refer to each other in a circle, for example by superseding.",
    Code.SELF_LINK: "A record refers to itself.",
    Code.PARTICIPANT: "A flow names a participant that is no building block of the model.",
    Code.STEP: "A step of a flow goes between building blocks that no relation joins.",
    Code.ONE_SIDED: "One decision says that it replaces or amends another, which does not say so.",
    Code.SUCCESSOR: "A decision is superseded, but by none that is known and in force.",
    Code.INCOMPLETE: "An accepted decision does not say what was decided, or what follows; "
    "`archdoc check --completeness`: the document does not pass a check of its template.",
    Code.STALE: "A decision has been proposed for longer than the project allows.",
    Code.OUTDATED: "A building block in use rests on a decision that no longer holds.",
    Code.ORPHAN: "A decision refers to nothing, and nothing refers to it.",
    Code.WAIVER: "A waiver has expired, or names a rule that does not exist.",
    Code.C4_DESCRIPTION: "A building block does not say what it does.",
    Code.C4_TECHNOLOGY: "A container, a component or a relation between them names no technology.",
    Code.C4_LABEL: "A relation does not say what it is for.",
    Code.C4_LEVEL: "A building block lies inside one of a level that cannot hold it.",
    Code.C4_DISCONNECTED: "A building block has no relation to any other.",
    Code.C4_NO_VIEW: "A building block is shown in no picture.",
    Code.C4_DUPLICATE: "Two building blocks are joined twice by the same relation.",
    Code.C4_BIDIRECTIONAL: "A relation goes both ways; two relations say more.",
    Code.C4_CYCLE: "Containers or components need each other in a circle.",
    Code.C4_BUS: "A bus or broker is one box with many neighbours; its topics say more.",
    Code.C4_LIFECYCLE: "A building block uses one that is deprecated or retired.",
    Code.C4_DEPLOYMENT: "A deployment node is empty, or a container runs nowhere.",
    Code.C4_DECISIONS: "A system has containers, but no decision affects it.",
    Code.RISK: "A high risk has no mitigation or no owner, or its review is overdue.",
    Code.NESTING: "A record stands inside a list or note, where no section may be; "
    "or the fence of a record ends elsewhere than meant.",
    Code.EMPTY: "A directive that needs content has none; `archdoc check --completeness`: "
    "a section or table is empty.",
    Code.TABLE: "The body of a table directive holds no table, or one that cannot be read; or "
    "a row has more or fewer cells than its header.",
    Code.COLUMN: "A column is named that this kind of record does not have.",
    Code.FILTER: "A filter could not be read.",
    Code.SCOPE: "A C4 view names an element that does not exist or does not fit.",
    Code.SYNTAX: (
        "A line of a model or C4 text could not be read and is left out of the picture; or a page "
        "uses syntax of MyST that `conf.py` does not switch on, and shows it as text."
    ),
    Code.DATA: "A data file or one of its rows could not be read. Good rows stay.",
    Code.PATH: "A file lies outside the allowed folders, or files are switched off.",
    Code.LIMIT: "Something is larger than the limits allow. It is cut or left out.",
    Code.URL: "A link is not http, https, mailto or relative. It is shown as text.",
    Code.TEXT: "A text holds control characters. They are removed.",
    Code.PICTURE: "A picture could not be drawn. Its text form or its source is shown instead.",
    Code.DENSE: "A picture shows more than can be taken in at once. Narrower views say it better.",
    Code.REFUSED: "A statement that would run code or fetch a file is not executed.",
    Code.SHORT_NAME: "A short directive name is taken by something else; use the arch: form.",
    Code.TOTAL: "A written total or score is not what its parts come to. The message says what is.",
    Code.GOAL: "The written status of a goal contradicts its target and the measured value.",
    Code.COVERAGE: "A matrix asks for a share of records that are covered, and fewer are.",
    Code.RESILIENCE: "An integration does not say what happens when the other side is silent.",
    Code.CONFIG: "A configuration value is not valid. The default is used.",
    Code.PLACEHOLDER: "A page has placeholders of its template left. The message has their lines.",
    Code.DAMAGED: "A text was damaged by a wrong decoding. The message says what was meant.",
    Code.OVERDUE: "A question is open after its day, or a document was not reviewed in time.",
    Code.VIEW: "The model needs a picture that no page shows.",
}
