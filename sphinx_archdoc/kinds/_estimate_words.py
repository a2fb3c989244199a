"""What the fields of estimates are called in documents, in several languages."""

from sphinx_archdoc.model.words import listed

PHASE = listed("group, area, category, module, bereich, phase name")
DESIGN = listed("design effort, analysis, konzeption, entwurf")
DEVELOPMENT = listed(
    "dev, dev effort, development effort, implementation, implementation effort, "
    "build, coding, entwicklung, umsetzung, développement, desarrollo"
)
TEST = listed("tests, testing, test effort, testing effort, qa, qa effort, pruebas")
OPTIMISTIC = listed(
    "best case, best, low, lower, min, minimum, minimal, from, at least, "
    "optimistisch, bester fall, von, mindestens, optimiste, optimista, mínimo"
)
LIKELY = listed(
    "most likely, realistic, probable, expected, nominal, likely case, expected case, "
    "wahrscheinlich, realistisch, erwartet, probable case, réaliste, realista"
)
PESSIMISTIC = listed(
    "worst case, worst, high, upper, max, maximum, maximal, to, at most, pessimistisch, "
    "schlechtester fall, bis, höchstens, pessimiste, pesimista, máximo"
)
TOTAL = listed(
    "total effort, effort, estimate, estimated effort, overall, summe, gesamt, "
    "aufwand, gesamtaufwand, esfuerzo, days, weeks, hours, person days, man days, pd, "
    "story points, points, estimated days, effort days, tage, personentage, pt, stunden, "
    "schätzung"
)
AFFECTS = listed("component, components, applies to")
