"""Names of sections: how headings are normalised, and which words mean which section.

The words are the only data here; a further language is a matter of further words.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_WORDS: dict[str, str] = {
    # Decisions, in about fifteen languages; the first word is the usual one.
    "context": "context | context and problem statement | problem | problem statement | background"
    " | motivation | issue | why | situation | context and problem | problem and context"
    " | kontext | kontext und problemstellung | kontext und problem | problemstellung"
    " | ausgangslage | hintergrund | contexto | contexto y problema | planteamiento del problema"
    " | contexto y planteamiento del problema | antecedentes | contexte | probleme"
    " | contexte et enonce du probleme | contexte et probleme | enonce du probleme"
    " | contesto | contesto e problema | probleemstelling | kontekst | контекст"
    " | контекст и проблема | проблема | bağlam | bối cảnh | زمینه | コンテキスト | 背景 | 文脈"
    " | 課題"
    " | 上下文 | 背景与问题 | 问题 | 맥락 | 컨텍스트 | 배경 | 문제",
    "drivers": "decision drivers | drivers | forces | requirements | criteria | decision criteria"
    " | entscheidungstreiber | treiber | einflussfaktoren | entscheidungskriterien"
    " | factores de decision | impulsores de la decision | criterios de decision"
    " | facteurs de decision | facteurs decisionnels | criteres de decision"
    " | fatores de decisao | direcionadores | движущие факторы | критерии | критерии решения"
    " | 決定要因 | 决策驱动因素 | 결정 요인",
    "options": "considered options | options considered | options | alternatives"
    " | alternatives considered | considered alternatives | rejected alternatives"
    " | alternative options | options and alternatives | alternative solutions"
    " | optionen | alternativen | betrachtete optionen | betrachtete alternativen"
    " | erwogene optionen | erwogene alternativen | verworfene alternativen | losungsoptionen"
    " | opciones | opciones consideradas | alternativas | alternativas consideradas"
    " | options considerees | options envisagees | alternatives considerees"
    " | alternatives envisagees | alternatives rejetees"
    " | opcoes | opcoes consideradas | alternativas avaliadas | opzioni"
    " | alternative considerate | opties | overwogen opties | rozwazane opcje | варианты"
    " | рассмотренные варианты | альтернативы | 選択肢 | 検討した選択肢 | 代替案 | 选项"
    " | 备选方案 | 可选方案 | 대안"
    " | 고려한 대안 | 검토한 대안",
    "pros-and-cons": "pros and cons of the options | pros and cons | pros and cons of options"
    " | comparison of options | option details | vor und nachteile der optionen"
    " | vor und nachteile | pro und kontra der optionen | pros y contras de las opciones"
    " | ventajas y desventajas de las opciones | pros y contras | ventajas y desventajas"
    " | avantages et inconvenients des options | avantages et inconvenients",
    "decision": "decision | decision outcome | outcome | chosen option | chosen | selected option"
    " | selected | our decision | the decision | resolution | what | approach | conclusion"
    " | proposal | decisions | decisions made | decision made | decisions taken | decision taken"
    " | final decision | entscheidung | entscheidungen | ergebnis der entscheidung"
    " | entscheidungsergebnis | beschluss"
    " | gewahlte option | gewahlt | decisiones | resultado de la decision | opcion elegida"
    " | resultat de la decision | option choisie | option retenue | resolution"
    " | decisao | decisione | beslissing | besluit | decyzja | решение | принятое решение"
    " | рішення | karar | quyet đinh | تصمیم | 決定 | 決定事項 | 決定内容 | 决策 | 决定 | 方案"
    " | 결정 | 결정 사항",
    "rationale": "rationale | reasoning | justification | reasons | decision rationale"
    " | begrundung | justificacion | razonamiento | fundamento | raisonnement | motifs"
    " | justificativa | motivacao | motivazione | обоснование | 理由 | 根拠 | 理由与依据 | 근거"
    " | 이유",
    "consequences": "consequences | consequence | implications | impact | impacts | effects"
    " | konsequenzen | folgen | auswirkungen | consecuencias | implicaciones"
    " | consequencias | impacto | conseguenze | gevolgen | konsekwencje | последствия"
    " | наслідки | sonuclar | he qua | پیامدها | 結果 | 影響 | 影响 | 后果 | 결과 | 영향",
    "positive": "positive | positives | positive consequences | positive consequence | good"
    " | positive impact | positiv | positive konsequenzen | positive folgen | positivas"
    " | positivo | consecuencias positivas | positif | positifs | positives"
    " | consequences positives",
    "negative": "negative | negatives | negative consequences | negative consequence | bad"
    " | negative impact | negativ | negative konsequenzen | negative folgen | negativas | negativo"
    " | consecuencias negativas | negatif | negatifs | consequences negatives",
    "neutral": "neutral | neutral consequences | neutrale konsequenzen | neutrale folgen | neutro"
    " | neutras | consecuencias neutras | neutre | neutres | consequences neutres",
    "mitigation": "mitigation | mitigations | mitigation strategy | countermeasures"
    " | gegenmassnahmen | massnahmen | abmilderung | mitigacion | mitigaciones | medidas"
    " | attenuation | mesures | mesures d attenuation",
    "pros": "pros | pro | advantages | benefits | upsides | strengths | arguments for | vorteile"
    " | ventajas | avantages | pour",
    "cons": "cons | con | disadvantages | drawbacks | downsides | weaknesses | arguments against"
    " | nachteile | contra | kontra | contras | desventajas | inconvenientes | inconvenients"
    " | contre",
    "trade-offs": "trade offs | tradeoffs | trade off | tradeoff | trade offs accepted"
    " | tradeoffs accepted | accepted trade offs | accepted tradeoffs | abwagungen | kompromisse"
    " | compensaciones | compromis",
    "confirmation": "confirmation | validation | verification | compliance | fitness function"
    " | validierung | bestatigung | uberprufung | validacion | confirmacion | conformite",
    "links": "links | references | related decisions | related | see also | related links"
    " | referenzen | verweise | enlaces | referencias | liens | enlaces relacionados"
    " | referencias | riferimenti | ссылки | связанные документы | 参考 | 参照 | 参考资料 | 関連"
    " | 相关"
    " | 참고 | 관련 문서",
    "more-information": "more information | further information | additional information"
    " | appendix | weitere informationen | mas informacion | informacion adicional"
    " | plus d informations | informations supplementaires | informations complementaires",
    "notes": "notes | remarks | comments | anmerkungen | bemerkungen | notizen | notas"
    " | comentarios | remarques | commentaires",
    # Building blocks.
    "purpose": "purpose | intent | overview | description | summary | zweck | uberblick"
    " | beschreibung | proposito | descripcion | resumen | objectif | but | apercu",
    "responsibilities": "responsibilities | responsibility | key responsibilities | duties"
    " | verantwortlichkeiten | verantwortung | aufgaben | zustandigkeiten | responsabilidades"
    " | responsabilites",
    "interfaces": "interfaces | interface | apis | api | endpoints | ports | schnittstellen"
    " | schnittstelle | puntos de acceso | points d acces",
    "inbound": "inbound | inbound interfaces | incoming | provided | provided interfaces | exposes"
    " | eingehend | eingehende schnittstellen | bereitgestellt | entrantes | entrante | entrada",
    "outbound": "outbound | outbound interfaces | outgoing | required | required interfaces"
    " | consumes | ausgehend | ausgehende schnittstellen | benotigt | salientes | saliente"
    " | salida | sortantes | sortant",
    "technology": "technology | technologies | technology stack | tech stack | stack"
    " | technologie | technologien | tecnologia | tecnologias",
    "configuration": "configuration | settings | config | key configuration | konfiguration"
    " | einstellungen | configuracion | parametrage",
    "dependencies": "dependencies | dependency | depends on | abhangigkeiten | dependencias"
    " | dependances",
    "scaling": "scaling | scaling strategy | scalability | skalierung | skalierbarkeit"
    " | escalado | escalabilidad | mise a l echelle",
    "monitoring": "monitoring | observability | metrics | monitoring and observability"
    " | uberwachung | beobachtbarkeit | monitoreo | observabilidad | surveillance"
    " | observabilite",
    "error-handling": "error handling | errors | failure modes | failure handling"
    " | fehlerbehandlung | manejo de errores | gestion des erreurs",
    "security": "security | security considerations | sicherheit | seguridad | securite",
    "storage": "storage | data storage | data | persistence | speicherung | datenhaltung"
    " | persistenz | almacenamiento | persistencia | stockage | persistance",
    "patterns": "patterns | design patterns | patterns used | muster | entwurfsmuster | patrones"
    " | motifs de conception",
    "operations": "operations | deployment | runbook | betrieb | operaciones | exploitation",
    "key-operations": "key operations | main operations | operations supported | use cases"
    " | hauptoperationen | wichtige operationen | operaciones clave | operations principales",
}  # fmt: skip

#: Sections of a decision, of a building block, and of any other record.
ADR_KEYS = (
    *("context", "drivers", "options", "pros-and-cons", "decision", "rationale", "consequences"),
    *("positive", "negative", "neutral", "mitigation", "pros", "cons", "trade-offs"),
    *("confirmation", "links", "more-information", "notes"),
)
ELEMENT_KEYS = (
    *("purpose", "responsibilities", "interfaces", "inbound", "outbound", "technology"),
    *("configuration", "dependencies", "scaling", "monitoring", "error-handling", "security"),
    *("storage", "patterns", "operations", "key-operations", "trade-offs"),
    *("links", "more-information", "notes"),
)
OTHER_KEYS = (
    *("context", "purpose", "rationale", "consequences", "positive", "negative", "neutral"),
    *("mitigation", "links", "more-information", "notes"),
)
#: Sections that belong inside another one, whatever the author's mark-up says.
PARENTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    dict.fromkeys(("positive", "negative", "neutral", "mitigation"), ("consequences",))
    | dict.fromkeys(("pros", "cons"), ("options", "pros-and-cons", "consequences"))
    | dict.fromkeys(("inbound", "outbound"), ("interfaces",))
)

#: No more of a heading is compared.
_LONGEST = 200
_NUMBER = re.compile(r"\A\s*(?:§\s*)?(?:\(?\d+(?:\.\d+)*[.):]*|\(?[ivxIVX]+[.)]|\(?[A-Za-z]\))\s+")
_BRACKETS = re.compile(r"\s*[(\[{][^()\[\]{}]*[)\]}]\s*:?\s*$")
_GAPS = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Reduce a text to its words: no case, accents, punctuation, emoji or double spaces."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(char for char in text if not unicodedata.combining(char))
    return _GAPS.sub(" ", text.casefold().replace("&", " and ")).strip()


@lru_cache(maxsize=4096)
def normalise(text: str) -> str:
    """Reduce a heading to its words, and drop its number (``2.1 Context:`` -> ``context``)."""
    text = text[:_LONGEST]
    return fold(_NUMBER.sub("", text, count=1)) or fold(text)


def lookup(text: str, table: Mapping[str, str]) -> str:
    """Return what the table says of this heading, also without a last bracket; or nothing."""
    text = text[:_LONGEST]
    found = table.get(normalise(text))
    if found is None:
        short = _BRACKETS.sub("", text)
        found = table.get(normalise(short)) if short != text else None
    return found or ""


def words_of(key: str) -> tuple[str, ...]:
    """Return all names of a section, the usual one first."""
    return tuple(dict.fromkeys(word.strip() for word in _WORDS[key].split("|")))


def known_sections(keys: Iterable[str]) -> Mapping[str, str]:
    """Return the table from normalised name to section key; the first key with a name wins."""
    table: dict[str, str] = {}
    for key in keys:
        for word in words_of(key):
            table.setdefault(fold(word), key)
    return MappingProxyType(table)


#: Ready-made tables for ``read_body``.
ADR_SECTIONS: Mapping[str, str] = known_sections(ADR_KEYS)
ELEMENT_SECTIONS: Mapping[str, str] = known_sections(ELEMENT_KEYS)
OTHER_SECTIONS: Mapping[str, str] = known_sections(OTHER_KEYS)
_BY_FAMILY = {"decision": ADR_SECTIONS, "element": ELEMENT_SECTIONS}


def parts_of(family: str) -> Mapping[str, str]:
    """Return the section names that count in records of a family of kinds."""
    return _BY_FAMILY.get(family, OTHER_SECTIONS)
