"""From the lines of a model text to records of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docutils import nodes

from sphinx_archdoc.formats.c4_lines import read_lines
from sphinx_archdoc.formats.c4_macros import looks_like_macros, read_macros
from sphinx_archdoc.formats.entity_reading import text_of
from sphinx_archdoc.formats.opened import opened
from sphinx_archdoc.model.record import title_from_id
from sphinx_archdoc.model.values import MAX_ID, Ref
from sphinx_archdoc.model.words import Word
from sphinx_archdoc.sphinxext.base import slug
from sphinx_archdoc.sphinxext.drafts import Draft, drafts, views
from sphinx_archdoc.sphinxext.kept import ViewPlace
from sphinx_archdoc.sphinxext.labels import translate
from sphinx_archdoc.sphinxext.model_items import Name, model_item
from sphinx_archdoc.sphinxext.translated import offer_words
from sphinx_archdoc.views.linked import LinkedRequest

if TYPE_CHECKING:
    from sphinx_archdoc.formats.entity_reading import EntityRead
    from sphinx_archdoc.model.declared import (
        Declarations,
        DeclaredElement,
        DeclaredInstance,
        DeclaredRelation,
    )
    from sphinx_archdoc.sphinxext.base import ArchDirective


#: First words of Mermaid texts that are no C4.
_OTHER_MERMAID = (
    "graph", "flowchart", "sequenceDiagram", "classDiagram", "stateDiagram", "erDiagram", "gantt",
    "pie", "mindmap", "timeline", "journey", "gitGraph", "quadrantChart", "architecture-beta",
)  # fmt: skip


def other_diagram(text: str) -> str:
    """Return the first word of a Mermaid text that is no C4, or nothing."""
    words = next((line.split() for line in text.splitlines() if line.strip()), [""])
    return words[0] if words[0].partition("-v2")[0] in _OTHER_MERMAID else ""


def read_model(text: str) -> Declarations:
    """Read a text that declares elements: C4 macros, or else model lines."""
    return read_macros(text) if looks_like_macros(text) else read_lines(text)


def read_declarations(directive: ArchDirective) -> Declarations:
    """Read the content of a directive, lines or macros, and report what is wrong with it."""
    declared = read_model(opened(directive.clean_content()))
    directive.report(declared.problems, in_content=True)
    return declared


def full_ids(declared: Declarations) -> dict[str, str]:
    """Return the dotted path of every element: its own id behind those of what encloses it."""
    by_id = {element.id: element for element in declared.elements}
    found: dict[str, str] = {}
    for element in declared.elements:
        path = element.id
        parent = by_id.get(element.parent)
        steps = 0
        while parent is not None and steps < len(by_id):
            # A boundary that is no element encloses in the picture, not in the model.
            if parent.kind != "group" and not path.startswith(f"{parent.id}."):
                path = f"{parent.id}.{path}"
            parent = by_id.get(parent.parent)
            steps += 1
        found[element.id] = path
    return found


def declare(
    directive: ArchDirective, declared: Declarations, *, linked: bool = False
) -> nodes.bullet_list:
    """Make records of all elements and relations; return the list that carries their anchors.

    ``linked``: the list is shown, so its names lead to where the elements are described.
    """
    ids = full_ids(declared)
    if linked:
        asked = LinkedRequest(tuple(dict.fromkeys(ids.values())))
        views(directive.env).append(
            ViewPlace(directive.name, asked, "", "", directive.source_place())
        )
    listed = nodes.bullet_list(bullet="-", classes=["arch-model"])
    items: dict[str, nodes.list_item] = {}
    for element in declared.elements:
        if element.kind in directive.domain.registry:
            item = items[element.id] = _element(directive, element, ids[element.id], linked=linked)
            holder = items.get(element.parent)
            if holder is None:
                listed += item
            else:
                _inner_list(holder).append(item)
    titles = {ids[element.id]: element.title or element.id for element in declared.elements}
    for instance in declared.instances:
        listed += _instance(directive, instance, ids, titles, linked=linked)
    for relation in declared.relations:
        listed += _relation(directive, relation, ids, titles, linked=linked)
    words = [
        (element.title, element.technology, element.description) for element in declared.elements
    ]
    labels = [(relation.label, relation.technology) for relation in declared.relations]
    offer_words(directive, listed, [*words, *labels])
    return listed


def declare_entities(directive: ArchDirective, read: EntityRead) -> nodes.bullet_list:
    """Make records of all entities; return the list that carries their anchors."""
    kind = directive.domain.registry["entity"]
    listed = nodes.bullet_list(bullet="-", classes=["arch-model"])
    for entity in read.graph.entities:
        anchor = directive.anchor(entity.id, kind.name)
        line = directive.content_line(read.lines[entity.id])
        name = Name(entity.title, entity.id, anchor, strong=True)
        item = model_item(directive, [name], anchor, line)
        draft = Draft(
            kind=kind,
            id=entity.id,
            title=entity.title,
            at=directive.place(line, anchor),
            node=item,
            origin="line",
            values={"body": text_of(entity, read.graph, alone=False)},
        )
        drafts(directive.env).append(draft)
        listed += item
    offer_words(directive, listed, [read.graph])
    return listed


def _inner_list(item: nodes.list_item) -> nodes.bullet_list:
    """Return the list inside an item; what is indented in the text is indented on the page."""
    if not isinstance(item[-1], nodes.bullet_list):
        item.append(nodes.bullet_list(bullet="-"))
    found = item[-1]
    assert isinstance(found, nodes.bullet_list)  # noqa: S101 -- just made
    return found


def _element(
    directive: ArchDirective, element: DeclaredElement, id_: str, *, linked: bool
) -> nodes.list_item:
    kind = directive.domain.registry[element.kind]
    anchor = directive.anchor(id_, kind.name)
    line = directive.content_line(element.line)
    title = element.title or id_.rpartition(".")[2]
    what = [": ", element.technology] if element.technology else []
    facts: list[str | Name] = [" [", translate(kind.title), *what, "]"]
    facts += [" – ", element.description] if element.description else []
    item = model_item(
        directive, [Name(title, id_, anchor, strong=True), *facts], anchor, line, linked=linked
    )
    values = {
        "technology": element.technology,
        "description": element.description,
        "external": element.external,
        "tags": element.tags,
    }
    at = directive.place(line, anchor)
    drafts(directive.env).append(
        Draft(kind=kind, id=id_, title=title, at=at, node=item, origin="line", values=values)
    )
    return item


def _instance(
    directive: ArchDirective,
    instance: DeclaredInstance,
    ids: dict[str, str],
    titles: dict[str, str],
    *,
    linked: bool,
) -> nodes.list_item:
    """Add what runs on a node to the node's record: another declaration of it, with this fact."""
    kind = directive.domain.registry["deployment-node"]
    id_ = ids.get(instance.node, instance.node)
    element = ids.get(instance.element, instance.element)
    anchor = directive.anchor(id_, kind.name)
    line = directive.content_line(instance.line)
    often = f" ×{instance.count}" if instance.count > 1 else ""
    title = title_from_id(id_)
    facts: list[str | Name] = [
        Name(titles.get(id_, title), id_, anchor, strong=True),
        ": ",
        Name(titles.get(element, element), element),
        often,
    ]
    item = model_item(directive, facts, anchor, line, linked=linked)
    note = f"x{instance.count}" if instance.count > 1 else ""
    at = directive.place(line, anchor)
    values = {"instances": (Ref(element, note),)}
    drafts(directive.env).append(
        Draft(kind=kind, id=id_, title=title, at=at, node=item, origin="line", values=values)
    )
    return item


def _relation(
    directive: ArchDirective,
    relation: DeclaredRelation,
    ids: dict[str, str],
    titles: dict[str, str],
    *,
    linked: bool,
) -> nodes.list_item:
    kind = directive.domain.registry["relation"]
    source = ids.get(relation.source, relation.source)
    target = ids.get(relation.target, relation.target)
    id_ = relation_id(directive, source, target, relation.label)
    anchor = directive.anchor(id_, kind.name)
    line = directive.content_line(relation.line)
    facts: list[str | Name] = [Name(titles.get(source, source), source), " → "]
    facts.append(Name(titles.get(target, target), target))
    facts += [f" ({translate('both ways')})"] if relation.both_ways else []
    facts += [": ", relation.label] if relation.label else []
    facts += [" [", relation.technology, "]"] if relation.technology else []
    item = model_item(directive, facts, anchor, line, linked=linked)
    style = "both" if relation.both_ways else relation.style
    values = {
        "source": (Ref(source),),
        "target": (Ref(target),),
        "technology": relation.technology,
        "style": None if style == "sync" else Word(style, style),
        "tags": relation.tags,
    }
    at = directive.place(line, anchor)
    drafts(directive.env).append(
        Draft(
            kind=kind, id=id_, title=relation.label, at=at, node=item, origin="line", values=values
        )
    )
    return item


def relation_id(directive: ArchDirective, source: str, target: str, label: str) -> str:
    """Return the id of a relation: its ends and its label, which may stand on several pages."""
    base = "-".join(filter(None, ("REL", source, target, slug(label, 40))))[:MAX_ID]
    known = directive.env.current_document.setdefault("archdoc_relations", {})
    taken = cast("dict[str, int]", known)
    taken[base] = taken.get(base, 0) + 1
    return base if taken[base] == 1 else f"{base}-{taken[base]}"
