"""The words for the life of a decision, met in about a thousand real records."""

from __future__ import annotations

from sphinx_archdoc.model.marking import mark
from sphinx_archdoc.model.vocabulary import Term, Vocabulary, listed

# English first, then German, Spanish, Portuguese, French, Italian, Dutch, Polish, Russian,
# Ukrainian, Turkish, Vietnamese, Persian; Japanese, Chinese, Korean.
DECISION_STATUS = Vocabulary(
    Term(
        key="draft",
        label=mark("Draft"),
        synonyms=listed(
            "drafting, wip, in progress, tbd, entwurf, borrador, rascunho, brouillon, bozza, "
            "szkic, черновик, чернетка, taslak, bản nháp, پیش‌نویس, "
            "ドラフト, 下書き, 草案, 草稿, 초안"
        ),
    ),
    Term(
        key="proposed",
        label=mark("Proposed"),
        synonyms=listed(
            "pending, provisional, under review, in review, review, in consideration, "
            "under consideration, under discussion, on hold, deferred, open, vorgeschlagen, "
            "propuesto, propuesta, proposto, proposta, proposé, proposée, in revisione, "
            "voorgesteld, proponowane, proponowany, proponowana, предложено, предложен, "
            "предлагается, на рассмотрении, запропоновано, önerildi, đề xuất, پیشنهادی, "
            "پیشنهادشده, 提案, 提案中, 提议, 提議, 拟议, 建议, 待定, 제안, 제안됨, 검토 중"
        ),
        tone="info",
    ),
    Term(
        key="accepted",
        label=mark("Accepted"),
        synonyms=listed(
            "approved, adopted, active, current, implemented, implementable, amended, resolved, "
            "decided, done, complete, completed, in force, ratified, enacted, agreed, "
            "partly superseded, partially superseded, superseded in part, partly replaced, "
            "partially replaced, replaced in part, ✅, ✔, ✓, akzeptiert, angenommen, beschlossen, "
            "aceptado, aceptada, vigente, aprobado, aprobada, aceito, aceita, aprovado, aprovada, "
            "accepté, acceptée, adoptée, adopté, validé, validée, accettato, accettata, approvato, "
            "approvata, geaccepteerd, goedgekeurd, aangenomen, zaakceptowane, zaakceptowany, "
            "zaakceptowana, przyjęte, przyjęta, принято, принят, принята, утверждено, утверждён, "
            "одобрено, действует, прийнято, затверджено, kabul edildi, onaylandı, "
            "đã chấp nhận, chấp nhận, đã phê duyệt, پذیرفته شده, پذیرفته‌شده, پذیرفتهشده, "
            "承認, 承認済み, 採用, 採用済み, 採択, 已採用, 已采用, 已接受, 接受, 采纳, "
            "已采纳, 已批准, 已通过, "
            "수락, 수락됨, 승인, 승인됨, 채택, 채택됨, 확정"
        ),
        tone="ok",
    ),
    Term(
        key="rejected",
        label=mark("Rejected"),
        synonyms=listed(
            "declined, withdrawn, ❌, ✗, abgelehnt, verworfen, rechazado, rechazada, rejeitado, "
            "rejeitada, rejeté, rejetée, rifiutato, rifiutata, afgewezen, odrzucone, odrzucony, "
            "odrzucona, отклонено, отклонён, отвергнуто, відхилено, reddedildi, bị từ chối, "
            "رد شده, "
            "却下, 已拒绝, 拒绝, 已否决, 否决, 거부, 거부됨, 기각"
        ),
        tone="bad",
    ),
    Term(
        key="deprecated",
        label=mark("Deprecated"),
        synonyms=listed(
            "obsolete, retired, reverted, veraltet, obsoleto, descontinuado, obsolète, déprécié, "
            "obsoleta, verouderd, przestarzałe, устарело, устарел, отменено, застаріло, "
            "kullanımdan kaldırıldı, منسوخ, 非推奨, 廃止, 已废弃, 已棄用, 废弃, 已弃用, 폐기, "
            "폐기됨"
        ),
        tone="warn",
    ),
    Term(
        key="superseded",
        label=mark("Superseded"),
        synonyms=listed(
            "superceded, superseeded, superseded by, superceded by, replaced, replaced by, "
            "abgelöst, ersetzt, reemplazado, reemplazada, sustituido, sustituida, remplacé, "
            "remplacée, substituído, substituída, superado, sostituito, sostituita, vervangen, "
            "zastąpione, zastąpiony, zastąpiona, заменено, заменён, заменен, заменена, замінено, "
            "yerini aldı, thay thế, đã thay thế, 置き換え, 已取代, 已替代, 已被取代, 被取代, "
            "被替代, 대체, 대체됨"
        ),
        tone="mute",
    ),
)
