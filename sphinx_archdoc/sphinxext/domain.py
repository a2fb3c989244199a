"""The ``arch`` domain: keeps the records of each page, resolves references, lists objects."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, cast

from docutils import nodes
from sphinx.domains import Domain, ObjType
from sphinx.util.nodes import make_refnode

from sphinx_archdoc.sphinxext import collector
from sphinx_archdoc.sphinxext.config import ArchdocConfig
from sphinx_archdoc.sphinxext.labels import LateTitle, translate
from sphinx_archdoc.sphinxext.roles import RecordRole, reference_text
from sphinx_archdoc.sphinxext.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from docutils.nodes import Element
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from sphinx_archdoc.formats.adr_index import Index
    from sphinx_archdoc.model.fields import Settings
    from sphinx_archdoc.model.kind import Registry
    from sphinx_archdoc.model.store import Store
    from sphinx_archdoc.sphinxext.kept import ConditionalEntry, Digests, Kept
    from sphinx_archdoc.sphinxext.pages import Pages

#: What Sphinx wants to know of an object: name, shown name, type, page, anchor, priority.
ObjectEntry = tuple[str, str, str, str, str, int]

#: What is kept by page beside the records.
_BY_PAGE = ("conditional_entries", "derived_titles", "adopted", "unparsed")


class ArchDomain(Domain):
    """Records of all kinds, keyed by page: plain values that pickle small and merge simply."""

    name = "arch"
    label = "Architecture"
    data_version = 7  # raised with every change of the layout of the data
    initial_data: ClassVar[dict[str, Any]] = {
        "pages": Shelf(),
        "digests": {},
        "generation": 0,
        "revisions": (0, 0),
        "objects": Shelf(),
        "conditional_entries": {},
        "derived_titles": {},
        "adopted": {},
        "adr_scans": {},
        "unparsed": {},
    }

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        # Sphinx makes it an attribute: what is in a table, which would load all kinds at the start.
        self.objtypes_for_role = self._kinds_of_role
        self.purged: dict[str, Kept | None] = {}
        self.given: dict[str, str | None] = {}  # to the index page, by pages read again
        self.settled = False  # the output folder was written in full, with these settings
        self.same_indices: dict[str, str] = {}  # digests of indices that are as last written
        self.navigation_kept = False  # no page gives another title, heading or index entry
        self.untouched = False  # the output folder shows the model as it is
        self.output = ""  # its name, see ``written.key_of``
        self.builder: Builder
        self.adr_index: Index | None = None  # see the module ``adoption``
        self._store: Store | None = None
        self._computed: Pages | None = None
        self._objects: list[ObjectEntry] | None = None

    def setup(self) -> None:
        """Note that the environment is loaded, by which Sphinx has its domains set up."""
        super().setup()
        collector.loaded()

    def prepare(self, builder: Builder) -> None:
        """Make roles and object types; only now is there a configuration (``builder-inited``)."""
        self.builder, self.output = builder, ""
        for name in self.registry.names():
            title = cast("str", LateTitle(self.registry, name))
            self.add_object_type(name, ObjType(title, name))
        for role in ("element", *self.registry.names()):
            self.roles.setdefault(role, RecordRole(innernodeclass=nodes.inline))

    def _kinds_of_role(self, role: str, default: Any = None) -> Any:
        """Return the kinds a role may name; ``element`` every building block."""
        if role == "element":
            return [kind.name for kind in self.registry.family("element")]
        return self._role2type.get(role, default)

    @cached_property
    def config(self) -> ArchdocConfig:
        """The configuration of the project."""
        return ArchdocConfig.of(self.env.config)

    @cached_property
    def reading(self) -> Settings:
        """How values are read: scales and synonyms."""
        return self.config.settings()

    @cached_property
    def registry(self) -> Registry:
        """The kinds of the project."""
        from sphinx_archdoc.sphinxext.setup import project_kinds

        return project_kinds(self.env.config)

    # -- storage -------------------------------------------------------------------------------

    @property
    def pages(self) -> Shelf[Kept]:
        """What each page contributes, by page name."""
        return cast("Shelf[Kept]", self.data["pages"])

    @property
    def digests(self) -> dict[str, Digests]:
        """What each page showed of others when it was last written, by output folder."""
        return cast("dict[str, Digests]", self.data["digests"])

    @property
    def generation(self) -> int:
        """A number that grows with every build that changes the model, or what checks say of it."""
        return cast("int", self.data["generation"])

    @generation.setter
    def generation(self, value: int) -> None:
        self.data["generation"] = value

    @property
    def conditional_entries(self) -> dict[str, list[ConditionalEntry]]:
        """Entries of the general index that stand under ``only``, by page."""
        return cast("dict[str, list[ConditionalEntry]]", self.data["conditional_entries"])

    @property
    def derived_titles(self) -> dict[str, list[tuple[str, str]]]:
        """Ids and anchors of sections whose title is made from the id, by page."""
        return cast("dict[str, list[tuple[str, str]]]", self.data["derived_titles"])

    def keep(self, docname: str, kept: Kept) -> None:
        """Store what a page contributes."""
        self.pages[docname] = kept
        self._store = self._computed = self._objects = None

    def clear_doc(self, docname: str) -> None:
        """Forget a page, but remember until the end of the build what it had contributed."""
        self.purged.setdefault(docname, self.pages.pop(docname, None))
        for name in _BY_PAGE:
            self.data[name].pop(docname, None)
        self._store = self._computed = self._objects = None

    def end_build(self) -> None:
        """Forget what the pages had before, for programs that build again in the same process."""
        self.purged, self.given = {}, {}

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        """Take over the pages that a reading process has read."""
        for docname in docnames:
            if docname in otherdata["pages"]:
                self.pages.take(docname, otherdata["pages"])
            for name in _BY_PAGE:
                if docname in otherdata[name]:
                    self.data[name][docname] = otherdata[name][docname]
        self._store = self._computed = self._objects = None

    @property
    def store(self) -> Store:
        """The records of all pages, as far as their ``only`` conditions hold in this build."""
        if self._store is None:
            from sphinx_archdoc.model.store import Store

            holds = self.builder.tags.eval_condition
            self._store = Store(
                {
                    docname: [
                        stored.record
                        for stored in kept.records
                        if all(holds(condition) for condition in stored.only)
                    ]
                    for docname, kept in self.pages.items()
                },
                self.registry,
                {docname: kept.headers for docname, kept in self.pages.items() if kept.headers},
            )
        return self._store

    @property
    def computed(self) -> Pages:
        """What the pages show, computed from the store once it is complete."""
        if self._computed is None:
            from sphinx_archdoc.sphinxext.pages import Pages

            self._computed = Pages(self)
        return self._computed

    def is_element(self, kind_name: str) -> bool:
        """Tell whether records of this kind are building blocks."""
        return kind_name in self.registry and self.registry[kind_name].family == "element"

    # -- references ----------------------------------------------------------------------------

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> nodes.reference | None:
        """Resolve one of our roles."""
        from sphinx_archdoc.render.links import keep_whole
        from sphinx_archdoc.views.faces import face

        found = face(self.store, self.store.named(typ, target))
        if not found.found:
            return None
        text: Element | nodes.Text = contnode
        if not node.get("refexplicit"):
            text = nodes.Text(reference_text(found, short=node.get("arch_short", False)))
        title = found.title if found.title != text.astext() else None
        reference = make_refnode(builder, fromdocname, found.docname, found.anchor, text, title)
        if reference.get("refuri", "").startswith("#"):  # all pages in one
            reference["refuri"] = f"#{found.anchor}"
        reference["arch_id"] = found.id
        keep_whole(reference, found.id)
        if found.superseded:
            reference["classes"].append("arch-superseded")
        return reference

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> list[tuple[str, nodes.reference]]:
        """Resolve a reference that names no role: ``any`` and MyST's ``[](#ID)``."""
        reference = self.resolve_xref(env, fromdocname, builder, "any", target, node, contnode)
        if reference is None:
            return []
        record = self.store.get(target)
        return [(f"arch:{record.kind_name}", reference)] if record is not None else []

    def get_objects(self) -> Iterable[ObjectEntry]:
        """List all records for the inventory and the search."""
        if not self.pages:
            return []
        if self._objects is None:
            generation, listed = self._listed.get(self._tags(), (-1, []))
            fresh = generation == self.generation and not self.purged
            self._objects = listed if fresh else [*self._find_objects()]
        return self._objects

    def keep_objects(self) -> None:
        """Store the list of objects, so that a build without a change need not open the records."""
        self._objects = [*self._find_objects()]
        self._listed[self._tags()] = (self.generation, self._objects)

    @property
    def _listed(self) -> Shelf[tuple[int, list[ObjectEntry]]]:
        return cast("Shelf[tuple[int, list[ObjectEntry]]]", self.data["objects"])

    def _find_objects(self) -> Iterator[ObjectEntry]:
        for record in self.store.records:
            kind = self.store.kind(record)
            shown = record.title or record.id
            if kind.argument == "title":
                shown = f"{record.id}: {record.title}"
            yield (record.id, shown, kind.name, record.at.docname, record.at.anchor, 1)

    def _tags(self) -> str:
        return " ".join(sorted(self.builder.tags))

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Store the records of a page; here titles are translated, and MyST's metadata known."""
        from sphinx_archdoc.sphinxext.finishing import finish

        finish(env, docname, document)

    def get_type_name(self, type: ObjType, primary: bool = False) -> str:  # noqa: A002
        """Return what the search calls a kind: its title, which needs no word before it."""
        return translate(str(type.lname))


def domain_of(env: BuildEnvironment) -> ArchDomain:
    """Return our domain of an environment."""
    domain = env.domains["arch"]
    assert isinstance(domain, ArchDomain)  # noqa: S101 -- registered by setup()
    return domain
