"""What the fields of decision records are called in documents, in several languages."""

from sphinx_archdoc.model.words import listed

STATUS = listed(
    "state, statut, estado, ステータス, 状態, 狀態, 状态, lifecycle, stato, статус, стан, durum, "
    "trạng thái, وضعیت, 상태, 阶段状态"
)
DATE = listed(
    "datum, fecha, decided, decided on, decision date, date of decision, last updated, "
    "last update, last modified, created, written, updated, data da decisão, "
    "fecha de decisión, 日付, 日期, 決定日, 決策日, 決策日期, 决策日期, "
    "data da decisao, dato, дата, дата решения, tarih, ngày, تاریخ, 날짜, 일자, 결정일, 작성일"
)
DECIDERS = listed(
    "decider, decision makers, decision maker, decided by, authors, author, approvers, "
    "approved by, approver, arbiter, owner, owners, reviewers, reviewed by, proposed by, "
    "proposer, entscheider, autor, autoren, décideurs, décideur, décisionnaires, "
    "auteurs, responsables, decisores, decisor, 決定者, 意思決定者, 作成者, 決策者, 决策者, "
    "autores, decision owner, decision owners, autore, autori, deciso da, beslissers, beslisser, "
    "auteur, автор, авторы, участники, решение приняли, ответственный, автори, "
    "karar verenler, yazar, tác giả, người quyết định, نویسنده, تصمیم گیرندگان, 作者, 负责人, "
    "결정자, 작성자, 의사결정자, participants, teilnehmer, participantes"
)
CONSULTED = listed(
    "konsultiert, consultés, consultados, consultati, geraadpleegd, консультанты, 협의자, 咨询"
)
INFORMED = listed(
    "informiert, informés, informados, informati, geïnformeerd, информированы, 통보 대상"
)
SUPERSEDES = listed(
    "supercedes, replaces, obsoletes, ersetzt, remplace, reemplaza a, reemplaza, "
    "sustituye a, substitui, sostituisce, vervangt, заменяет, замінює, yerine geçer, "
    "thay thế cho, 替代, 取代, 代替, 대체 대상"
)
SUPERSEDED_BY = listed(
    "superceded by, replaced by, obsoleted by, ersetzt durch, remplacé par, "
    "reemplazado por, substituído por, sustituido por, remplacée par, reemplazada por, "
    "sostituito da, vervangen door, заменено на, заменён на, заменено, 被替代, 被取代, 대체됨"
)
AMENDS = listed(
    "clarifies, extends, refines, complements, ergänzt, ändert, complète, complementa, "
    "estende, extiende, extiende al, altera, étend, modifica, modifie, дополняет, "
    "уточняет, 보완, 补充, 修订"
)
AMENDED_BY = listed(
    "clarified by, extended by, refined by, ergänzt durch, geändert durch, complété par, "
    "modificado por, дополнено"
)
DEPENDS_ON = listed(
    "depends, depende de, dépend de, découle de, hängt ab von, baut auf, зависит от, 依赖, 依存"
)
RELATES_TO = listed(
    "related, related to, related adrs, related decisions, related records, see also, "
    "links, relacionadas, adrs relacionadas, adrs relacionados, adr relacionados, "
    "decisiones relacionadas, adr liés, verwandte adrs, 関連, 関連adr, 相关, relacionado, "
    "relacionados, related adr, relacionado com, relacionado con, связано, "
    "связанные adr, связанные решения, відповідні adr, ilgili, ilgili adr, liên quan, "
    "مرتبط, 相关adr, 관련, 관련 결정, 관련 adr"
)
AFFECTS = listed("applies to, components, component, betrifft")
CHOSEN = listed("chosen option, gewählt")
