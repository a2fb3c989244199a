"""Sequences for tests: texts that are read."""

from __future__ import annotations

from sphinx_archdoc.diagrams.sequence.data import (
    Message,
    Participant,
    Sequence,
    numbered,
)
from sphinx_archdoc.formats.flow_lines import read_flow
from sphinx_archdoc.formats.mermaid_sequence import read_mermaid_sequence
from sphinx_archdoc.formats.plantuml_sequence import read_plantuml_sequence

FLOWS = {
    "log in": """
        person customer "Customer"
        datastore db "Database" [PostgreSQL]
        customer -> web : Enters e-mail and password
        web -> api : POST /auth/login [HTTPS]
        api -> db : Look up user by e-mail
        db --> api : user row
        api : Verify password (argon2)
        api --> web : 200 + both tokens
        web --> customer : Shows the account page
        error 401 @5 : Invalid credentials
        error 503 @3 : Database unavailable
        error 504 @3
        """,
    "one step": "a -> b : Hello",
    "one lane": "a : Think hard about it\na : Write it down",
    "no words": "a -> b\nb -> c\nc --> a",
    "long words": "a -> b : https://example.com/a/very/long/path?with=many&parameters=in-it\n"
    "b -> a : Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen",
    "errors everywhere": "a -> b : Do\nb : Check\nb -> c : Write\nc --> a : Done\n"
    + "\n".join(f"error E{n} @{n % 4 + 1} : wrong" for n in range(12)),
    "nested blocks": """
        a -> b : Start
        alt first
          loop each item of the order
            b -> c : Price
            opt discount
              c -> d : Ask
              d --> c : 10 %
            end
            c --> b : 12 EUR
          end
        else second
          b : Nothing
        else third condition that is rather long and goes on and on until it has to be wrapped
          note over a, d : Nobody knows
        end
        b --> a : Done
        """,
    "parallel": """
        par left
          a -> b : Send
        and right
          a -> c : Send too
        end
        critical both must be there
          a -> d : Commit
        option one is not
          a -> d : Roll back
        end
        break no answer
          d --> a : Timeout
        end
        """,
    "everywhere": "a -> d : All the way\nd -> a : And back\nb -> c : Between\nc -x b : Lost\n"
    "a <-> d : Both ways\nb ->> d : Later [Kafka]",
    "pauses": "a -> b : One\n== Second part ==\n... an hour later ...\n...\nb -> a : Two\n== ==",
    "twelve": "\n".join(f"lane{n} -> lane{n + 1} : Step number {n} of many" for n in range(11)),
    "notes": """
        a -> b : Go
        note left of a : It was not easy
        note right of b : But it worked
        note over b : In the middle
        note over a, b : Over both of them, with a text that is long enough to be wrapped
        note : For all
        """,
    "scripts": '顧客 -> サーバー : 注文する\n"客户 服务" -> b : 你好\na -> b : مرحبا بالعالم\n'
    "b -> a : 👋🏽 emoji 👨‍👩‍👧",
}
MERMAID = {
    "activation": """sequenceDiagram
        autonumber
        participant A as Alice
        participant B as Bob
        A->>+B: Hello
        A->>+B: Hello again
        B->>B: Think
        B-->>-A: Yes
        B-->>-A: Yes, yes
        """,
    "boxes": """sequenceDiagram
        box Aqua Left side
        participant a as Business<br/>application
        participant b
        end
        box "Right"
        participant c
        end
        a->>b: x
        b->>c: over the border
        c-->>a: all the way back
        """,
    "create": """sequenceDiagram
        A->>B: Hello
        create participant C as Carl
        B->>C: Hi Carl
        create actor D
        C->>D: Hi
        destroy C
        A-xC: We are too many
        destroy B
        B->>A: I agree
        """,
    "rect": """sequenceDiagram
        rect rgb(191, 223, 255)
        A->>B: tinted
        rect rgba(0,0,0,.1)
        Note right of B: inner
        end
        end
        """,
    "arrows": """sequenceDiagram
        A->B: solid
        A-->B: dotted
        A->>B: head
        A-->>B: dotted head
        A-xB: cross
        A--xB: dotted cross
        A-)B: async
        A--)B: dotted async
        A<<->>B: both
        A<<-->>B: dotted both
        """,
    "types": """sequenceDiagram
        participant A@{ "type": "boundary" }
        participant B@{ "type": "control" } as The control
        participant C@{ "type": "entity" }
        participant D@{ "type": "database" }
        participant E@{ "type": "queue" }
        participant F@{ "type": "collections" }
        actor G
        A->>B: 1
        B->>C: 2
        C->>D: 3
        D->>E: 4
        E->>F: 5
        F->>G: 6
        """,
    "bars under text": """sequenceDiagram
        activate A
        activate B
        activate C
        A->>D: passes two bars with a rather long text over them
        alt the guard stands on the bars of three lanes at once
        D-->>A: back
        else other
        D-->>A: no
        end
        deactivate C
        deactivate B
        deactivate A
        """,
}
PLANTUML = {
    "all sorts": r"""@startuml
        title Everything
        actor User
        boundary "The screen" as S
        control C
        entity E
        database "Data\nbase" as D
        queue Q
        collections L
        User -> S ++ : click
        S -> C ++ #gold : handle
        C -> E : new **bold** <color:red>words</color>
        C -[#red]> D : write
        D --> C
        C ->> Q : later
        C -\ L
        return done
        S <- C : odd way
        S --> User -- : shown
        [-> User : from outside
        User ->] : to outside
        ref over User, S : Another
        |||
        ... five minutes ...
        == End ==
        group Own name [with guard]
          User -> User : self
        end
        hnote over C : hexagon
        note left
          several
          lines
        end note
        @enduml
        """,
    "borders only": "@startuml\n[-> A : in\nA ->] : out\n[<- A : back\nA <-] : from right\n@enduml",
    "boxes": '@startuml\nbox "Team one" #LightBlue\nparticipant A\nparticipant B\nend box\n'
    "participant C\nautonumber 10 5\nA -> B : x\nB -> C : y\nC -> A : z\n@enduml",
    "created": "@startuml\nA -> B : x\ncreate C\nA -> C : new\nA -> D ** : made too\n"
    "A -> D !! : end\nC --> A\ndestroy C\n@enduml",
}


def _read(texts: dict[str, str], reader: object) -> dict[str, Sequence]:
    found = {}
    for name, text in texts.items():
        sequence = reader(text)[0]  # type: ignore[operator]
        assert sequence is not None, name
        found[name] = sequence
    return found


SAMPLES: dict[str, Sequence] = {
    **{f"flow {n}": s for n, s in _read(FLOWS, read_flow).items()},
    **{f"mermaid {n}": s for n, s in _read(MERMAID, read_mermaid_sequence).items()},
    **{f"plantuml {n}": s for n, s in _read(PLANTUML, read_plantuml_sequence).items()},
    "nothing": Sequence(title="Nothing"),
    "lanes only": Sequence(title="x", participants=(Participant(id="a"), Participant(id="b"))),
    "a page of text": numbered(
        Sequence(
            title="Long",
            participants=tuple(
                Participant(id=f"p{n}", title=f"Participant number {n} of the picture")
                for n in range(4)
            ),
            items=tuple(
                Message(
                    source=f"p{n % 4}",
                    target=f"p{n * 3 % 4}",
                    text="Words " * (n % 17),
                    technology="HTTPS" * (n % 3),
                )
                for n in range(120)
            ),
        )
    ),
}
