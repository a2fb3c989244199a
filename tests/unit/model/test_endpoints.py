"""A method before a path is read as one, whichever column or option it stands in."""

from __future__ import annotations

import pytest

from sphinx_archdoc import kinds
from sphinx_archdoc.model.fields import Settings
from sphinx_archdoc.model.options import read_options

ENDPOINT = kinds.load()["endpoint"]


@pytest.mark.parametrize(
    ("said", "method", "path"),
    [
        ({"path": "GET /orders"}, "GET", "/orders"),
        ({"path": "GET, HEAD /orders"}, "GET, HEAD", "/orders"),
        ({"path": "PUT/PATCH /orders/{id}"}, "PUT/PATCH", "/orders/{id}"),
        ({"path": "POST https://x.org/a b"}, "POST", "https://x.org/a b"),
        ({"endpoint": "DELETE /orders"}, "DELETE", "/orders"),
        ({"path": "GET /orders", "method": "GET"}, "GET", "/orders"),
        ({"path": "GET /orders", "method": "POST"}, "POST", "GET /orders"),
        ({"path": "/orders"}, None, "/orders"),
        ({"path": "GETTER /orders"}, None, "GETTER /orders"),
        ({"path": "Get the orders"}, None, "Get the orders"),
        ({"path": "GET"}, None, "GET"),
        ({"method": "GET"}, "GET", None),
    ],
)
def test_method_and_path(said: dict[str, str], method: str | None, path: str | None) -> None:
    values, problems = read_options(ENDPOINT, said, Settings())
    assert problems == []
    assert (values.get("method"), values.get("path")) == (method, path)


def test_other_kinds_keep_their_texts() -> None:
    risk = kinds.load()["risk"]
    values, _ = read_options(risk, {"mitigation": "GET /orders"}, Settings())
    assert "method" not in values
