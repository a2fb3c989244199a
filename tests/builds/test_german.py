"""A German project, in reST and in MyST, shows German labels and no English one of ours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import catalogue
import pytest
from bs4 import BeautifulSoup, Tag

if TYPE_CHECKING:
    from collections.abc import Mapping

    from building import Build, Project


MODEL = """\
person   kunde "Kundin"
system   laden "Webladen"
  app       api "Schnittstelle" [FastAPI]    : Nimmt Bestellungen an
  datastore db  "Datenbank"     [PostgreSQL] : Bestellungen
external bank "Bank"
kunde -> laden.api : bestellt [HTTPS]
laden.api -> laden.db : liest und schreibt [SQL]
laden.api -> bank : bucht ab [HTTPS]
"""
STEPS = """\
kunde -> laden.api : bestellt
alt bezahlt
laden.api -> bank : bucht ab
else
laden.api -> kunde : lehnt ab
end
"""
#: Directives: the line of the directive, its options, and its body in reST and in MyST.
RISKS_RST = """\
.. list-table::
   :header-rows: 1

   * - Risiko
     - Auswirkung
     - Wahrscheinlichkeit
     - Gegenmaßnahme
     - Status
   * - Abfragen werden langsam
     - Hoch
     - Gering
     - Indizes anlegen
     - offen
"""
RISKS_MD = """\
| Risiko | Auswirkung | Wahrscheinlichkeit | Gegenmaßnahme | Status |
|---|---|---|---|---|
| Abfragen werden langsam | Hoch | Gering | Indizes anlegen | offen |
"""
OLD = {"id": "ADR-1", "status": "superseded", "date": "2025-01-20", "affects": "laden.db"}
NEW = {"id": "ADR-2", "status": "accepted", "date": "2026-01-20", "supersedes": "ADR-1"}
CONTENT: Mapping[str, tuple[tuple[str, Mapping[str, str], str, str], ...]] = {
    "modell": (
        ("c4-model", {}, MODEL, MODEL),
        ("app laden.api", {"owner": "Kernteam"}, "Ein Dienst.\n", "Ein Dienst.\n"),
        ("c4-context laden", {}, "", ""),
        ("c4-container laden", {}, "", ""),
        ("flow Bestellen", {"id": "F-1"}, STEPS, STEPS),
        (
            "entity bestellung",
            {"title": "Bestellung"},
            "- id: uuid, PK\n- stand: text, default neu\n",
            "- id: uuid, PK\n- stand: text, default neu\n",
        ),
        ("er-diagram", {}, "", ""),
    ),
    "entscheidungen": (
        ("adr PostgreSQL verwenden", OLD, "Transaktionen.\n", "Transaktionen.\n"),
        ("adr CockroachDB verwenden", NEW, "Wir wachsen.\n", "Wir wachsen.\n"),
        ("adr-list", {}, "", ""),
        ("adr-graph", {}, "", ""),
        ("adr-timeline", {}, "", ""),
        ("dependency-graph ADR-1", {}, "", ""),
    ),
    "risiken": (
        ("risk-table Unsere Risiken", {"id-prefix": "R-"}, RISKS_RST, RISKS_MD),
        ("risk-table", {}, "", ""),
        ("risk-matrix", {}, "", ""),
        ("question-list", {}, "- [ ] Wer zahlt?\n", "- [ ] Wer zahlt?\n"),
        ("arch-dashboard", {}, "", ""),
        ("arch-completeness", {}, "", ""),
    ),
}
#: What must be read on the pages.
LABELS = {
    "modell": (
        "Typ: Anwendung", "Teil von: Webladen", "Technologie: FastAPI", "Verantwortlich: Kernteam",
        "Systemkontext von Webladen", "[Softwaresystem]", "[Person]", "[externes System]",
        "Container von Webladen", "Das Bild in Worten", "Schritte", "Sonst", "Gezeigt in:",
        "Spalte", "Schlüssel", "Datenmodell",
    ),
    "entscheidungen": (
        "Akzeptiert", "Ersetzt durch ADR-2", "Ersetzt: ADR-1", "Datum: 2026-01-20",
        "Betrifft: Datenbank", "Entscheidungen nach Datum", "Titel", "Status",
        "Entscheidungen und ihre Zusammenhänge", "Abhängigkeiten von PostgreSQL verwenden",
    ),
    "risiken": (
        "Auswirkung", "Wahrscheinlichkeit", "Gegenmaßnahme", "Offen", "1 Risiko",
        "2 Architekturentscheidungen", "0 Befunde", "Bestanden",
        "Es gibt kein Qualitätsziel; goal-table fügt eines hinzu.",
    ),
    "arch-decisions": ("Verzeichnis der Entscheidungen", "Architekturentscheidung", "Akzeptiert"),
}  # fmt: skip


def rst(pages: Mapping[str, tuple[tuple[str, Mapping[str, str], str, str], ...]]) -> dict[str, str]:
    made = {}
    for name, directives in pages.items():
        lines = [name.capitalize(), "=" * len(name), ""]
        for directive, options, body, _ in directives:
            what, _space, argument = directive.partition(" ")
            lines += [f".. {what}:: {argument}".rstrip()]
            lines += [f"   :{key}: {value}" for key, value in options.items()]
            lines += ["", *(f"   {line}".rstrip() for line in body.splitlines()), ""]
        made[f"{name}.rst"] = "\n".join(lines)
    return made


def myst(
    pages: Mapping[str, tuple[tuple[str, Mapping[str, str], str, str], ...]],
) -> dict[str, str]:
    made = {}
    for name, directives in pages.items():
        lines = [f"# {name.capitalize()}", ""]
        for directive, options, _, body in directives:
            what, _space, argument = directive.partition(" ")
            lines += [f"::::{{{what}}} {argument}".rstrip()]
            lines += [f":{key}: {value}" for key, value in options.items()]
            lines += ["", *body.splitlines(), "::::", ""]
        made[f"{name}.md"] = "\n".join(lines)
    return made


@pytest.fixture(params=("rst", "md"))
def build(request: pytest.FixtureRequest, project: Project) -> Build:
    project.conf["language"] = "de"
    if request.param == "rst":
        return project.write(rst(CONTENT)).build()
    return project.myst().write(myst(CONTENT)).build()


def test_labels_are_german_and_none_is_english(build: Build) -> None:
    assert build.warnings == []
    for name, labels in LABELS.items():
        page = BeautifulSoup(build.text(f"{name}.html"), "lxml")
        body = page.select_one("div.body")
        assert body is not None
        whole = " ".join(body.get_text(" ", strip=True).split())
        close = re.sub(r"\s+", "", whole)
        assert [label for label in labels if label.replace(" ", "") not in close] == [], whole
        assert _english(_texts(body), whole) == []


def test_english_stays_english(project: Project) -> None:
    build = project.write(rst(CONTENT)).build()
    body = BeautifulSoup(build.text("entscheidungen.html"), "lxml").select_one("div.body")
    assert body is not None
    whole = " ".join(body.get_text(" ", strip=True).split())
    assert "Superseded by ADR-2" in whole
    found = _english(_texts(body), whole)
    assert {"Accepted", "Superseded", "Affects", "Decisions by date"} <= set(found)


def _texts(body: Tag) -> set[str]:
    """Return all texts of elements and of attributes that are read out or shown."""
    found = {str(text) for text in body.find_all(string=True)}
    for name in ("aria-label", "title", "alt"):
        found |= {str(element[name]) for element in body.find_all(attrs={name: True})}
    return {" ".join(text.split()).strip(" :.[]()") for text in found}


def _english(texts: set[str], whole: str) -> list[str]:
    """Return our English words with another word in German that stand alone, or in a sentence."""
    german = catalogue.words(catalogue.read("de"))
    told = {word for word, said in german.items() if word != said}
    told -= set(german.values())  # "Plan" is both
    alone = {word for word in told if word.strip(" :.") in texts}
    within = {word for word in told if word.count(" ") > 1 and "{" not in word and word in whole}
    return sorted(alone | within)
