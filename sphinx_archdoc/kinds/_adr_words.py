"""What the fields of decision records are called in documents, in several languages."""

from sphinx_archdoc.model.words import listed

STATUS = listed("state, statut, estado, ステータス, 状態, 狀態, 状态")
DATE = listed(
    "datum, fecha, decided, decided on, decision date, date of decision, last updated, "
    "last update, last modified, created, written, updated, data da decisão, fecha de "
    "decisión, 日付, 日期, 決定日, 決策日, 決策日期, 决策日期"
)
DECIDERS = listed(
    "decider, decision makers, decision maker, decided by, authors, author, approvers, "
    "approved by, approver, arbiter, owner, owners, reviewers, reviewed by, proposed by, "
    "proposer, entscheider, autor, autoren, décideurs, décideur, décisionnaires, auteurs, "
    "responsables, decisores, decisor, 決定者, 意思決定者, 作成者, 決策者, 决策者, autores"
)
CONSULTED = listed("konsultiert, consultés, consultados")
INFORMED = listed("informiert, informés, informados")
SUPERSEDES = listed(
    "supercedes, replaces, obsoletes, ersetzt, remplace, reemplaza a, reemplaza, "
    "sustituye a, substitui"
)
SUPERSEDED_BY = listed(
    "superceded by, replaced by, obsoleted by, ersetzt durch, remplacé par, reemplazado "
    "por, substituído por"
)
AMENDS = listed("clarifies, extends, refines")
AMENDED_BY = listed("clarified by, extended by, refined by")
DEPENDS_ON = listed("depends")
RELATES_TO = listed(
    "related, related to, related adrs, related decisions, related records, see also, "
    "links, relacionadas, adrs relacionadas, adrs relacionados, adr relacionados, "
    "decisiones relacionadas, adr liés, verwandte adrs, 関連, 関連adr, 相关"
)
AFFECTS = listed("applies to, components, component, betrifft")
CHOSEN = listed("chosen option, gewählt")
