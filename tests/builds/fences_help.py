"""Pages with fences of diagrams, in tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from building import Build, Project

SEQUENCE = "sequenceDiagram\n    Alice->>Bob: Hello Bob\n"
PIE = 'pie title Pets\n    "Cats" : 3\n    "Dogs" : 1\n'
ACTIVITY = "@startuml\nstart\n:Wash hands;\nstop\n@enduml\n"
READABLE = {
    "c4": 'mermaid\nC4Context\n  title Shop\n  Person(ann, "Ann")\n  System(shop, "Shop")\n'
    '  Rel(ann, shop, "Buys")\n',
    "sequence": f"mermaid\n{SEQUENCE}",
    "er": "mermaid\nerDiagram\n  BUYER ||--o{ ORDER : places\n  BUYER {\n    uuid id PK\n  }\n",
    "flow": "mermaid\nflowchart LR\n  a[Commit] --> b{Tests}\n",
    "c4p": 'plantuml\n@startuml\n!include <C4/C4_Container>\nPerson(ann, "Ann")\n'
    'System_Boundary(s, "Shop") {\n  Container(web, "Web")\n}\nRel(ann, web, "Uses")\n@enduml\n',
    "sequencep": "puml\n@startuml\n!theme plain\nactor Ann\nAnn -> Bob : Hello Bob\n@enduml\n",
    "boxes": 'plantuml:system-architecture\n@startuml\npackage "Client" {\n  [Browser]\n}\n'
    "database Store\n[Browser] --> Store : reads\n@enduml\n",
    "erp": "plantuml\n@startuml\nentity buyer {\n  *id : uuid <<PK>>\n}\n"
    "entity order {\n  *id : uuid\n}\nbuyer ||--o{ order\n@enduml\n",
}


def fence(text: str) -> str:
    info, _, body = text.partition("\n")
    return f"```{info}\n{body}```\n"


PIE_FENCE = fence(f"mermaid\n{PIE}")
STEPS_FENCE = fence(f"plantuml:steps\n{ACTIVITY}")


def page(project: Project, text: str, name: str = "page.md", **more: str) -> Project:
    if name.endswith(".md"):
        project.myst()
    pages = {name: text} | {key.replace("__", "."): value for key, value in more.items()}
    project.conf["archdoc_cache_dir"] = str(project.folder / "cache")
    return project.write(pages)


def built(project: Project, builder: str = "html", **conf: object) -> Build:
    return project.build(builder, conf=conf or None)
