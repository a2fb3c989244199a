"""What the reference says of a kind: argument, names, options, and the words that count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reference_text import code, folded, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.fields import FieldSpec
    from sphinx_archdoc.model.kind import Kind

TYPES = {
    "text": "text",
    "inline": "text with markup",
    "choice": "word",
    "level": "level",
    "date": "date",
    "refs": "ids",
    "number": "number",
    "range": "range",
    "amount": "amount",
    "flag": "yes or no",
    "tags": "labels",
    "people": "names",
}


def kind_text(kind: Kind, like: str = "") -> str:
    """Return what there is to say of a kind.

    ``like`` is a kind with the same options, which are not told again.
    """
    argument = "the id" if kind.argument == "id" else f"the title; `:id:` is like `{kind.prefix}7`"
    facts = [f"**Argument:** {argument}."]
    if kind.notation:
        facts.append(f"**In pictures:** {kind.notation}, drawn as a {kind.shape}.")
    facts.append(f"**Role:** `` {{{kind.name}}}`id` ``. **Table:** `{kind.name}-table`.")
    if like:
        return f"{' '.join(facts)}\n\n**Options:** those of [`{like}`](#kind-{like})."
    rows = [(f"`{spec.option}`", _type(spec), _help(spec)) for spec in kind.fields]
    parts = [" ".join(facts), table(("Option", "Type", "Meaning"), rows, "20 20 60")]
    parts += [
        f"**Words of `{spec.option}`:** {code(term.key for term in spec.vocabulary.terms)}."
        for spec in kind.fields
        if spec.vocabulary
    ]
    if kind.derived:
        rows = [(f"`{d.name.replace('_', '-')}`", d.title, d.help) for d in kind.derived]
        parts.append(table(("Computed", "Column", "Meaning"), rows))
    others = [(meant, ", ".join(words)) for meant, words in _others(kind) if words]
    if others:
        found = table(("For", "These words count too"), others, "25 75")
        parts.append(folded("Other words that are understood", found))
    return "\n\n".join(parts)


def _others(kind: Kind) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield options and words of options, each with the words that mean the same."""
    for spec in kind.fields:
        yield f"`{spec.option}`", spec.synonyms
        for term in spec.vocabulary.terms if spec.vocabulary else ():
            yield f"`{spec.option}: {term.key}`", term.synonyms


def _type(spec: FieldSpec) -> str:
    told = TYPES[spec.type]
    if spec.type == "refs":
        told = f"ids of {', '.join(spec.targets)}" if spec.targets else "ids of any records"
    return f"{told} (required)" if spec.required else told


def _help(spec: FieldSpec) -> str:
    end = f" Shown at the other end as “{spec.inverse}”." if spec.inverse else ""
    return f"{spec.help}{end}"
