"""A bus or broker is one box with many neighbours.

**What it reports.** A queue, or a container whose technology is a message broker, that more than
four building blocks are joined to.

**Why.** All lines lead into one box, and nobody sees who hears whom. C4 has queues and topics as
containers, not the bus they are on. Off unless asked for.

**Example.** With `archdoc_rules = {"c4-bus": "warning"}`::

    .. c4-model::

       queue bus "Kafka"
       app a "A"
       app b "B"
       app c "C"
       app d "D"
       app e "E"
       a -> bus : orders
       b -> bus : payments
       bus -> c : orders
       bus -> d : payments
       bus -> e : orders and payments

Declare the topics `orders` and `payments`, and name the broker as their technology.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.findings import Finding
from sphinx_archdoc.rules._elements import is_container, lines
from sphinx_archdoc.rules._saying import name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_archdoc.model.record import Record
    from sphinx_archdoc.model.store import Store

CODE = Code.C4_BUS
LEVEL = "off"

#: As many as one topic has at most in practice; more is a bus.
_NEIGHBOURS = 4
_BROKER = re.compile(
    r"\b(?:kafka|rabbitmq|activemq|artemis|nats|mqtt|jms|pulsar|event ?bus|message ?bus|broker"
    r"|service ?bus|event ?hubs?|kinesis|mosquitto|ibm mq|amqp)\b",
    re.IGNORECASE,
)


def check(store: Store) -> Iterator[Finding]:
    """Yield a finding for each queue or broker with too many neighbours."""
    joined: dict[str, set[str]] = {}
    for source, target in lines(store):
        joined.setdefault(source, set()).add(target)
        joined.setdefault(target, set()).add(source)
    for element in store.of("element"):
        number = len(joined.get(element.id, ()))
        if number > _NEIGHBOURS and _passes_on(store, element):
            message = f"{name(store, element)}: {number} building blocks meet here"
            yield Finding(CODE, f"{message}; declare its topics or queues instead", element.at)


def _passes_on(store: Store, element: Record) -> bool:
    told = f"{element.title} {getattr(element, 'technology', '')}"
    broker = is_container(store, element.id) and _BROKER.search(told)
    return element.kind_name == "queue" or bool(broker and element.kind_name != "component")
