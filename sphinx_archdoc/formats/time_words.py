"""How people say when: *until June*, *nach M-1*, *3 à 6 mois*; English, German, French, Spanish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.dates import MONTHS

if TYPE_CHECKING:
    from collections.abc import Mapping

#: What stands before the last day.
UNTIL = (
    r"due(?: on| by| date)?|until|till|by|deadline|fällig(?: am)?|bis(?: zum)?"
    r"|avant(?: le)?|pour le|jusqu['’](?:au?|en)|échéance|hasta(?: el)?|antes del?|vence(?: el)?"
)
#: What stands before the first day.
FROM = (
    r"from|since|starting|von|vom|ab|seit|dès(?: le)?|depuis(?: le)?|à partir (?:de|du|d['’])"
    r"|desde(?: el)?|a partir del?|del?|du"
)
#: What stands between the first and the last day.
TO = r"–|—|-|to|until|bis|→|à|au|jusqu['’](?:au?|en)|al?|hasta"
#: What stands before that which must be done first.
AFTER = r"after|nach|après|después de|tras"
#: What stands before that which answers a question.
ANSWERED = (
    r"answered(?: by| in)?|decided(?: by| in)?|resolved(?: by| in)?|see"
    r"|beantwortet(?: durch| in| mit)?|entschieden(?: durch| in| mit)?|gelöst(?: durch| in| mit)?"
    r"|siehe|répondu(?: par| dans)?|décidé(?: par| dans)?|résolu(?: par| dans)?|voir"
    r"|respondid[ao](?: por| en)?|decidid[ao](?: por| en)?|resuelt[ao](?: por| en)?|véase|ver"
)
AND = r",|&|and|und|et|y"

_DAYS = {
    1: "day days tag tage tagen jour jours día días dia dias",
    7: "week weeks woche wochen semaine semaines semana semanas",
}
_MONTHS = {
    1: "month months monat monate monaten mois mes meses",
    3: "quarter quarters quartal quartale quartalen trimestre trimestres",
    12: "year years jahr jahre jahren an ans année années año años",
}


def _lengths(words: Mapping[int, str]) -> dict[str, int]:
    return {word: length for length, said in words.items() for word in said.split()}


#: How many days, or else months, a unit has.
DAYS, WHOLE_MONTHS = _lengths(_DAYS), _lengths(_MONTHS)
UNIT = "|".join(sorted({*DAYS, *WHOLE_MONTHS}, key=len, reverse=True))
#: The name of a month.
NAME = rf"(?i:(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b)\.?"
#: A month by its name, of a year.
MONTH = rf"(?i:(?:\d{{1,2}}\.? (?:de )?)?{NAME} (?:de )?\d{{4}})"
#: A quarter or half of a year, in its order.
PART = (
    r"(?i:[1-4](?:\.|er|º|\.º|e|ème|st|nd|rd|th)? ?(?:quartal|quarter|trimestre|semestre|halbjahr)"
    r" (?:de )?\d{4})"
)
