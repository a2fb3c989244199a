"""Headers in German, French and Spanish, by the English word they mean.

Said once for all kinds: a header that a kind does not know itself is looked up again by its
English words. Accents may be left out, but for words that are other English words then.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sphinx_archdoc.model.word_languages import by_other_word, folded

if TYPE_CHECKING:
    from collections.abc import Mapping

#: What columns and facts are called.
_HEADERS = {
    "status": "statut, état, estado, estatus, zustand",
    "title": (
        "titel, titre, título, bezeichnung, intitulé, désignation, denominación, nombre, nom, "
        "libellé"
    ),
    "description": "beschreibung, descripción, erläuterung, détails, détail, detalles, detalle",
    "purpose": (
        "zweck, aufgabe, rôle, objet, but, finalité, fonction, propósito, función, "
        "verantwortung, verantwortlichkeit, responsabilité, responsabilités, responsabilidad"
    ),
    "owner": (
        "verantwortlich, verantwortliche, verantwortlicher, verantwortliche/r, zuständig, "
        "zuständigkeit, ansprechpartner, eigentümer, responsable, responsables, propriétaire, "
        "porteur, pilote, équipe, propietario, dueño, equipo"
    ),
    "probability": (
        "wahrscheinlichkeit, eintrittswahrscheinlichkeit, eintritt, probabilité, "
        "vraisemblance, probabilité d'occurrence, probabilidad"
    ),
    "impact": (
        "auswirkung, auswirkungen, schaden, schadenshöhe, schadensausmaß, schadensschwere, "
        "tragweite, folge, folgen, gravité, effet, conséquence, conséquences, impacto, "
        "gravedad, consecuencia, consecuencias, efecto"
    ),
    "mitigation": (
        "maßnahme, maßnahmen, gegenmaßnahme, gegenmaßnahmen, abhilfe, risikominderung, "
        "atténuation, mesure, mesures, mesures d'atténuation, traitement, parade, parades, "
        "remédiation, plan d'action, mitigación, medida, medidas, contramedida, "
        "contramedidas, plan de acción"
    ),
    "due": (
        "frist, fällig, fällig am, fälligkeit, termin, zieltermin, échéance, date limite, "
        "délai, vencimiento, plazo, fecha límite, fecha objetivo"
    ),
    "review date": (
        "nächste prüfung, wiedervorlage, nächstes review, prochaine revue, date de revue, "
        "próxima revisión, fecha de revisión"
    ),
    "component": "komponente, baustein, modul, composant, composante, componente, módulo",
    "item": "posten, eintrag, punkt, gegenstand, élément, poste, elemento, concepto, partida",
    "work package": (
        "arbeitspaket, paket, teilprojekt, aktivität, lot, lot de travaux, activité, "
        "chantier, paquete, paquete de trabajo, actividad"
    ),
    "task": "tâche, tarea",
    "version": "versión, fassung",
    "date": "datum, fecha",
    "author": (
        "autor, autoren, autorin, verfasser, bearbeiter, ersteller, auteur, auteurs, "
        "rédacteur, rédacteurs, autora, autores"
    ),
    "reviewer": (
        "prüfer, prüferin, geprüft von, relecteur, relecteurs, vérificateur, vérifié par, "
        "revisor, revisores, revisado por"
    ),
    "approver": (
        "freigeber, freigegeben von, genehmigt von, approbateur, approuvé par, validé par, "
        "aprobador, aprobado por"
    ),
    "last updated": (
        "zuletzt aktualisiert, letzte änderung, letzte aktualisierung, aktualisiert am, "
        "zuletzt geändert, dernière mise à jour, mis à jour le, última actualización, "
        "actualizado el"
    ),
    "contact": "kontakt, contacto",
    "change": (
        "änderung, änderungen, modification, modifications, changement, changements, "
        "évolution, cambio, cambios"
    ),
    "technology": (
        "technologie, technologien, technik, technologies, tecnología, tecnologías, técnica"
    ),
    "layer": "schicht, ebene, couche, niveau, capa, nivel",
    "rationale": (
        "begründung, grund, warum, justification, raison, motif, pourquoi, justificación, "
        "motivo, razón"
    ),
    "endpoint": (
        "endpunkt, schnittstelle, point d'accès, point de terminaison, punto de acceso, punto final"
    ),
    "operation": "vorgang, opération, operación",
    "method": "methode, méthode, método",
    "path": "pfad, chemin, ruta",
    "errors": "fehler, erreurs, errores",
    "code": "código, fehlercode, code d'erreur, código de error",
    "message": "meldung, nachricht, bedeutung, signification, mensaje, significado",
    "http status": "statut http, code http, código http, estado http",
    "retry": "wiederholen, wiederholbar, réessayer, reintentar, reintento",
    "cause": "ursache, causa",
    "action": "aktion, acción",
    "target": (
        "zielwert, sollwert, soll, vorgabe, cible, valeur cible, objectif chiffré, meta, "
        "valor objetivo"
    ),
    "measured": (
        "istwert, ist, messwert, gemessen, mesuré, réel, valeur mesurée, valeur actuelle, "
        "actuel, medido, real, valor actual, valor medido"
    ),
    "metric": (
        "kennzahl, metrik, merkmal, attribut, kriterium, anforderung, indicateur, métrique, "
        "critère, exigence, indicador, métrica, atributo, criterio, requisito"
    ),
    "priority": "priorität, wichtigkeit, dringlichkeit, priorité, urgence, prioridad, urgencia",
    "effort": "aufwand, charge, charges, esfuerzo",
    "total": "gesamt, summe, gesamtaufwand, somme",
    "development": (
        "entwicklung, umsetzung, implementierung, développement, dév, réalisation, "
        "desarrollo, implementación"
    ),
    "test": "prüfung, testaufwand, recette, essais, pruebas",
    "design": "konzeption, entwurf, conception, diseño",
    "minimum": "mínimo",
    "maximum": "máximo",
    "cost": "kosten, preis, coût, coûts, coste, costes, costo, costos",
    "failure": (
        "ausfall, störung, fehlerfall, ausfallart, panne, défaillance, incident, fallo, "
        "avería, incidente"
    ),
    "recovery time": (
        "wiederherstellungszeit, wiederanlaufzeit, wiederanlauf, temps de rétablissement, "
        "délai de rétablissement, temps de reprise, délai de reprise, tiempo de recuperación"
    ),
    "detection": "erkennung, détection, detección",
    "alert": "alarm, alerte, alerta",
    "threshold": "schwelle, schwellwert, schwellenwert, grenzwert, seuil, umbral",
    "severity": (
        "schweregrad, schwere, kritikalität, sévérité, gravité, criticité, severidad, "
        "gravedad, criticidad"
    ),
    "response time": (
        "reaktionszeit, temps de réponse, temps de réaction, délai de réaction, tiempo de "
        "respuesta, tiempo de reacción"
    ),
    "channel": "kanal, canal",
    "data": "daten, datenart, donnée, données, dato, datos",
    "retention period": (
        "aufbewahrung, aufbewahrungsdauer, aufbewahrungsfrist, speicherdauer, conservation, "
        "durée de conservation, rétention, retención, conservación"
    ),
    "archival": (
        "archivierung, löschung, entsorgung, archivage, suppression, destruction, archivo, "
        "archivado, eliminación"
    ),
    "question": "frage, offene frage, pregunta, cuestión",
    "answer": "antwort, réponse, respuesta",
    "role": "rolle, rôle, profil, rol, perfil",
    "constraint": "randbedingung, rahmenbedingung, contrainte, restricción",
    "type": "typ, art, tipo",
    "category": "kategorie, catégorie, categoría",
    "count": "anzahl, nombre, quantité, cantidad",
    "service": "dienst, servicio",
    "system": "nachbarsystem, fremdsystem, système, système externe, sistema, sistema externo",
    "protocol": "protokoll, protocole, protocolo",
    "timeout": "zeitlimit, délai d'attente, tiempo de espera",
    "retries": "wiederholungen, tentatives, reintentos",
    "rate limit": "ratenbegrenzung, limite de débit, límite de tasa",
    "fallback": "rückfall, ersatz, repli, solution de repli, alternativa",
    "actor": "akteur, acteur, actor",
    "frequency": "häufigkeit, fréquence, frecuencia",
    "use case": "anwendungsfall, cas d'utilisation, cas d'usage, caso de uso",
    "given up": "verzicht, renoncement, renuncia",
    "limitation": "einschränkung, limite, limitación",
    "phase": "fase, étape, etapa",
    "milestone": "meilenstein, jalon, hito",
    "start": "beginn, anfang, début, inicio",
    "end": "ende, fin",
    "environment": "umgebung, environnement, entorno",
    "technical debt": "technische schuld, dette technique, deuda técnica",
    "affects": (
        "betrifft, betroffen, concerne, composants concernés, afecta a, componentes afectados"
    ),
    "group": "bereich, gruppe, groupe, grupo",
    "id": "kennung, identifiant, référence, identificador, referencia",
}


#: Words that mean something else in English, where they have no accents.
_ALSO_ENGLISH = frozenset(
    {
        *("consequence", "consequences", "designation", "detail", "details", "element"),
        *("evolution", "reference", "role"),
    }
)


def english_headers(text: str) -> tuple[str, ...]:
    """Return the English words for a header in another language; none where it is not known."""
    return () if text.casefold() in _ALSO_ENGLISH else _headers().get(folded(text), ())


def other_headers(english: str) -> tuple[str, ...]:
    """Return the words of other languages for an English header, but for those of English too."""
    words = filter(None, _HEADERS.get(english.casefold(), "").split(", "))
    return tuple(word for word in words if folded(word) not in _ALSO_ENGLISH)


@cache
def _headers() -> Mapping[str, tuple[str, ...]]:
    return by_other_word(_HEADERS)
