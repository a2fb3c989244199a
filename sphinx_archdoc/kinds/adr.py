"""Architecture decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.fields import choice, date, people, refs, tags, text
from sphinx_archdoc.model.kind import Record, kind, listed, mark
from sphinx_archdoc.model.words import DECISION_STATUS, Word

if TYPE_CHECKING:
    from sphinx_archdoc.model.values import Ref, When


@kind(
    "adr",
    title=mark("Architecture decision"),
    plural=mark("Architecture decisions"),
    family="decision",
    prefix="ADR-",
    page_form=True,
    id_words=("adr",),
    title_words=listed("decision, entscheidung, décision, decisión"),
)
class Adr(Record):
    """An architecture decision: what was decided, why, what else was considered, what follows."""

    status: Word | None = choice(
        DECISION_STATUS,
        mark("Where the decision stands in its life."),
        column=True,
        synonyms=listed("state, statut, estado, ステータス, 状態, 狀態, 状态"),
    )
    date: When | None = date(
        mark("The day it was decided or last changed."),
        column=True,
        synonyms=listed(
            "datum, fecha, decided, decided on, decision date, date of decision, last updated, "
            "last update, last modified, created, written, updated, data da decisão, fecha de "
            "decisión, 日付, 日期, 決定日, 決策日, 決策日期, 决策日期"
        ),
    )
    deciders: tuple[str, ...] = people(
        mark("Who decided."),
        synonyms=listed(
            "decider, decision makers, decision maker, decided by, authors, author, approvers, "
            "approved by, approver, arbiter, owner, owners, reviewers, reviewed by, proposed by, "
            "proposer, entscheider, autor, autoren, décideurs, décideur, décisionnaires, auteurs, "
            "responsables, decisores, decisor, 決定者, 意思決定者, 作成者, 決策者, 决策者, autores"
        ),
    )
    consulted: tuple[str, ...] = people(
        mark("Who was asked."), synonyms=("konsultiert", "consultés", "consultados")
    )
    informed: tuple[str, ...] = people(
        mark("Who was told."), synonyms=("informiert", "informés", "informados")
    )
    tags: tuple[str, ...] = tags(column=True)
    supersedes: tuple[Ref, ...] = refs(
        "decision",
        help=mark("Decisions this one replaces; a note in brackets names the part replaced."),
        inverse=mark("Superseded by"),
        acyclic=True,
        synonyms=listed(
            "supercedes, replaces, obsoletes, ersetzt, remplace, reemplaza a, reemplaza, "
            "sustituye a, substitui"
        ),
    )
    superseded_by: tuple[Ref, ...] = refs(
        "decision",
        help=mark("The other end of supersedes; one end is enough."),
        reverse_of="supersedes",
        synonyms=listed(
            "superceded by, replaced by, obsoleted by, ersetzt durch, remplacé par, reemplazado "
            "por, substituído por"
        ),
    )
    amends: tuple[Ref, ...] = refs(
        "decision",
        help=mark("Decisions this one changes in part."),
        inverse=mark("Amended by"),
        acyclic=True,
        synonyms=("clarifies", "extends", "refines"),
    )
    amended_by: tuple[Ref, ...] = refs(
        "decision",
        help=mark("The other end of amends; one end is enough."),
        reverse_of="amends",
        synonyms=("clarified by", "extended by", "refined by"),
    )
    depends_on: tuple[Ref, ...] = refs(
        "decision",
        help=mark("Decisions this one builds on."),
        inverse=mark("Built on by"),
        acyclic=True,
        synonyms=("depends",),
    )
    relates_to: tuple[Ref, ...] = refs(
        help=mark("Other records worth reading with it."),
        inverse=mark("Related"),
        synonyms=listed(
            "related, related to, related adrs, related decisions, related records, see also, "
            "links, relacionadas, adrs relacionadas, adrs relacionados, adr relacionados, "
            "decisiones relacionadas, adr liés, verwandte adrs, 関連, 関連adr, 相关"
        ),
    )
    affects: tuple[Ref, ...] = refs(
        "element",
        help=mark("Building blocks it shapes."),
        inverse=mark("Decided by"),
        column=True,
        synonyms=listed("applies to, components, component, betrifft"),
    )
    chosen: str = text(
        mark("Name of the chosen option, where the text does not make it plain."),
        synonyms=("chosen option", "gewählt"),
    )
