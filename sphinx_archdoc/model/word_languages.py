"""Levels and statuses in German, French and Spanish, by the English word they mean.

Said once for all kinds: a word that a vocabulary does not know itself is looked up again by its
English words. Accents may be left out. Headers: :mod:`.header_languages`.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

#: How bad, how likely, and where something stands.
_WORDS = {
    "very high": "sehr hoch, très élevé, très élevée, très fort, très forte, muy alto, muy alta",
    "high": (
        "hoch, hohe, élevé, élevée, fort, forte, haut, haute, important, importante, alto, "
        "alta, elevado, elevada, grave"
    ),
    "medium": "mittel, mittlere, moyen, moyenne, modéré, modérée, medio, media, moderado, moderada",
    "low": "niedrig, gering, klein, faible, bas, basse, mineur, mineure, bajo, baja, leve, menor",
    "very low": (
        "sehr niedrig, sehr gering, très faible, très bas, très basse, négligeable, muy bajo, "
        "muy baja"
    ),
    "critical": "kritisch, critique, crítico, crítica",
    "warning": "warnung, avertissement, aviso, advertencia",
    "open": "offen, ouvert, ouverte, abierto, abierta",
    "active": "aktiv, actif, activo, activa",
    "in progress": (
        "in bearbeitung, in arbeit, laufend, läuft, en cours, en traitement, en curso, en "
        "progreso, en proceso"
    ),
    "planned": (
        "geplant, vorgesehen, prévu, prévue, planifié, planifiée, planificado, planificada, "
        "previsto, prevista"
    ),
    "done": (
        "erledigt, fertig, abgeschlossen, umgesetzt, terminé, terminée, fait, réalisé, "
        "réalisée, achevé, achevée, hecho, terminado, terminada, completado, completada"
    ),
    "closed": (
        "geschlossen, abgeschlossen, beendet, clos, close, fermé, fermée, clôturé, clôturée, "
        "cerrado, cerrada"
    ),
    "mitigated": (
        "gemindert, reduziert, entschärft, behandelt, atténué, atténuée, réduit, réduite, "
        "traité, traitée, maîtrisé, maîtrisée, mitigado, mitigada, reducido, reducida, "
        "tratado, tratada"
    ),
    "accepted": (
        "akzeptiert, angenommen, getragen, accepté, acceptée, assumé, aceptado, aceptada, asumido"
    ),
    "occurred": "eingetreten, survenu, avéré, avérée, ocurrido, ocurrida, materializado",
    "met": (
        "erreicht, erfüllt, eingehalten, atteint, atteinte, respecté, respectée, cumplido, "
        "cumplida, alcanzado, alcanzada, logrado, lograda"
    ),
    "missed": (
        "verfehlt, nicht erreicht, nicht erfüllt, non atteint, non atteinte, non respecté, "
        "manqué, incumplido, incumplida, no cumplido, no alcanzado"
    ),
    "at risk": "gefährdet, à risque, menacé, en riesgo",
    "draft": "entwurf, brouillon, ébauche, borrador",
    "in review": "in prüfung, im review, en revue, en relecture, en revisión",
    "approved": (
        "freigegeben, genehmigt, approuvé, approuvée, validé, validée, aprobado, aprobada, "
        "validado, validada"
    ),
    "superseded": "ersetzt, abgelöst, remplacé, remplacée, sustituido, reemplazado",
    "deprecated": "veraltet, obsolète, obsoleto",
    "answered": (
        "beantwortet, geklärt, répondu, répondue, résolu, résolue, respondido, respondida, "
        "resuelto, resuelta"
    ),
    "dropped": "verworfen, entfällt, abandonné, abandonnée, descartado, descartada",
    "delayed": "verzögert, verspätet, en retard, retrasado, retrasada",
    "cancelled": "abgebrochen, gestrichen, annulé, annulée, cancelado, cancelada",
    "live": "produktiv, in betrieb, en production, en producción",
    "new": "neu, nouveau, nouvelle, nuevo, nueva",
}


def english_words(text: str) -> tuple[str, ...]:
    """Return the English words for a level or status in another language."""
    return _words().get(folded(text), ())


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    return by_other_word(_WORDS)


def by_other_word(said: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    """Return what English words each of the other words stands for."""
    found: dict[str, tuple[str, ...]] = {}
    for english, others in said.items():
        for word in map(folded, others.split(", ")):
            found[word] = (*found.get(word, ()), english)
    return found


def folded(text: str) -> str:
    """Return a word without accents, in lower case, with a straight apostrophe."""
    parts = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    plain = "".join(part for part in parts if not unicodedata.combining(part))
    return " ".join(plain.split())
