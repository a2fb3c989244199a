"""Estimates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_archdoc.model.fields import amount, owner, refs, tags, text
from sphinx_archdoc.model.kind import Derived, Record, kind, listed, mark

if TYPE_CHECKING:
    from sphinx_archdoc.model.quantities import Amount
    from sphinx_archdoc.model.values import Ref


@kind(
    "estimate",
    title=mark("Estimate"),
    prefix="EST-",
    prefixed=True,
    sums=True,
    rest="total",
    derived=(
        Derived(
            name="sum",
            title=mark("Sum"),
            help=mark("The parts added up; the written total where there are no parts."),
            code="effort:sum_of_record",
            type="amount",
            column=True,
        ),
    ),
    title_words=listed(
        "component, task, work item, work package, feature, item, activity, epic, story, "
        "deliverable, arbeitspaket, aufgabe, tâche, tarea"
    ),
)
class Estimate(Record):
    """What a piece of work takes; amounts are ranges (`8-10 days`) and add up."""

    phase: str = text(
        mark("What it belongs to."),
        synonyms=listed("group, area, category, module, bereich, phase name"),
    )
    design: Amount | None = amount(
        mark("Effort for the design."),
        synonyms=listed("design effort, analysis, konzeption, entwurf"),
    )
    development: Amount | None = amount(
        mark("Effort for building it."),
        column=True,
        synonyms=listed(
            "dev, dev effort, development effort, implementation, implementation effort, "
            "build, coding, entwicklung, umsetzung, développement, desarrollo"
        ),
    )
    test: Amount | None = amount(
        mark("Effort for testing it."),
        column=True,
        synonyms=listed("tests, testing, test effort, testing effort, qa, qa effort, pruebas"),
    )
    optimistic: Amount | None = amount(
        mark("Effort if all goes well; with the worst case it makes a range."),
        synonyms=listed(
            "best case, best, low, lower, min, minimum, minimal, from, at least, "
            "optimistisch, bester fall, von, mindestens, optimiste, optimista, mínimo"
        ),
    )
    likely: Amount | None = amount(
        mark("Effort that is most likely."),
        synonyms=listed(
            "most likely, realistic, probable, expected, nominal, likely case, expected case, "
            "wahrscheinlich, realistisch, erwartet, probable case, réaliste, realista"
        ),
    )
    pessimistic: Amount | None = amount(
        mark("Effort if things go wrong."),
        synonyms=listed(
            "worst case, worst, high, upper, max, maximum, maximal, to, at most, pessimistisch, "
            "schlechtester fall, bis, höchstens, pessimiste, pesimista, máximo"
        ),
    )
    total: Amount | None = amount(
        mark("Effort as a whole; computed where the parts are given."),
        synonyms=listed(
            "total effort, effort, estimate, estimated effort, overall, summe, gesamt, "
            "aufwand, gesamtaufwand, esfuerzo, days, weeks, hours, person days, man days, pd, "
            "story points, points, estimated days, effort days, tage, personentage, pt, stunden, "
            "schätzung"
        ),
    )
    owner: tuple[str, ...] = owner()
    tags: tuple[str, ...] = tags()
    affects: tuple[Ref, ...] = refs(
        "element",
        help=mark("Building blocks it makes or changes."),
        inverse=mark("Estimates"),
        synonyms=listed("component, components, applies to"),
    )
