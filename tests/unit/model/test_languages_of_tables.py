"""What tables in German, French and Spanish say is read as in English, whatever their kind."""

from __future__ import annotations

import pytest

from sphinx_archdoc.kinds import load
from sphinx_archdoc.kinds._states import DOCUMENT_STATUS
from sphinx_archdoc.kinds._words import GOAL_STATUS, PRIORITY, PROGRESS, SEVERITY
from sphinx_archdoc.model.header_languages import english_headers
from sphinx_archdoc.model.word_languages import english_words
from sphinx_archdoc.model.words import RISK_STATUS, Vocabulary, scale
from sphinx_archdoc.sphinxext.column_meanings import read_columns

KINDS = load()


@pytest.mark.parametrize(
    ("kind", "headers", "meanings"),
    [
        ("risk", "ID, Risiko, Auswirkung, Eintrittswahrscheinlichkeit, Maßnahme, Pilote, Zustand",
         "id, title, impact, likelihood, mitigation, owner, status"),
        ("risk", "Risque, Impact, Probabilité, Atténuation, Responsable, Statut, Échéance",
         "title, impact, likelihood, mitigation, owner, status, review"),
        ("risk", "Riesgo, Impacto, Probabilidad, Mitigación, Responsable, Estado",
         "title, impact, likelihood, mitigation, owner, status"),
        ("component", "Komponente, Zweck, Technologie, Zuständig",
         "title, description, technology, owner"),
        ("component", "Composant, Rôle, Technologie, Responsable",
         "title, description, technology, owner"),
        ("estimate", "Paket, Entwicklung, Test, Gesamt", "title, development, test, total"),
        ("estimate", "Componente, Desarrollo, Pruebas, Total", "title, development, test, total"),
        ("estimate", "Lot, Conception, Développement, Recette", "title, design, development, test"),
        ("quality-goal", "Kennzahl, Ziel, Istwert, Priorität, Status",
         "title, target, measured, priority, status"),
        ("quality-goal", "Indicateur, Cible, Mesuré, Priorité, Statut",
         "title, target, measured, priority, status"),
        ("failure", "Panne, Impact, Atténuation, Temps de rétablissement",
         "title, impact, mitigation, recovery_time"),
        ("retention", "Dato, Retención, Archivo", "title, retention, archival"),
        ("debt", "Elemento, Impacto, Prioridad, Esfuerzo", "title, impact, priority, effort"),
        ("endpoint", "Opération, Point d’accès, Description, Erreurs",
         "title, path, description, errors"),
        ("error-code", "Código, Estado, Significado, Reintentar", "id, http_status, title, retry"),
        ("open-question", "N°, Question, Responsable, Échéance, Statut",
         "extra, title, owner, due, status"),
        ("tech", "Couche, Technologie, Version, Justification", "layer, title, version, rationale"),
        ("alert", "Alerta, Umbral, Severidad, Tiempo de respuesta",
         "title, threshold, severity, response_time"),
        ("change", "Version, Datum, Verfasser, Änderungen", "version, date, author, title"),
    ],
)  # fmt: skip
def test_headers(kind: str, headers: str, meanings: str) -> None:
    found = read_columns(KINDS[kind], headers.split(", ")).meanings
    names = [meaning if isinstance(meaning, str) else meaning.name for meaning in found]
    assert ", ".join(names) == meanings


@pytest.mark.parametrize(
    ("vocabulary", "words", "key"),
    [
        (scale(3), "Hoch, Forte, Élevée, Alta, elevado, Très élevé, muy alto, Sehr hoch", "high"),
        (scale(3), "mittel, Moyenne, modéré, Media, moderada", "medium"),
        (scale(3), "gering, Faible, basse, Baja, Très faible, muy bajo", "low"),
        (scale(5), "Très élevée, Muy alta, sehr hoch", "very-high"),
        (RISK_STATUS, "Ouvert, abierto, offen", "open"),
        (RISK_STATUS, "In Bearbeitung, en cours, Activo, actif", "active"),
        (RISK_STATUS, "Atténué, mitigado, reduziert", "mitigated"),
        (RISK_STATUS, "Accepté, aceptado", "accepted"),
        (RISK_STATUS, "Clos, cerrado, abgeschlossen", "closed"),
        (GOAL_STATUS, "Atteint, cumplida, erfüllt, eingehalten", "met"),
        (GOAL_STATUS, "non atteint, incumplido, verfehlt", "missed"),
        (SEVERITY, "Crítica, critique, kritisch", "critical"),
        (SEVERITY, "Avertissement, advertencia, Warnung", "warning"),
        (PRIORITY, "Haute, alta, hoch", "high"),
        (PROGRESS, "Terminé, hecho, umgesetzt", "done"),
        (DOCUMENT_STATUS, "Approuvé, aprobado, freigegeben", "approved"),
        (DOCUMENT_STATUS, "En revisión, en relecture, in Prüfung", "in-review"),
    ],
)
def test_words(vocabulary: Vocabulary, words: str, key: str) -> None:
    for word in words.split(", "):
        term = vocabulary.find(word)
        assert term is not None, word
        assert term.key == key, word


def test_accents_may_be_left_out() -> None:
    assert english_headers("Probabilite") == english_headers("PROBABILITÉ") == ("probability",)
    assert english_words("eleve") == ("high",)
    assert english_words("something else") == english_headers("") == ()
