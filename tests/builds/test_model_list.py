"""The list of a model that is shown says what each part is, and leads to where it is described."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from building import Build, Project

LINES = """\
system shop "Shop" : Sells
  app api "Order API" [FastAPI] : Orders
  datastore db "Database"
deployment-node prod "Production"
  instance shop.api x2
shop.api -> shop.db : Reads [SQL]
"""
MODEL = {
    "model.md": f"# Model\n\n```{{c4-model}}\n{LINES}```\n",
    "model.rst": "Model\n=====\n\n.. c4-model::\n\n"
    + "".join(f"   {line}\n" for line in LINES.splitlines()),
}
TEXT = "Shop\n====\n\n.. app:: Order API\n   :id: shop.api\n\n   All about it.\n"


def listed(build: Build) -> tuple[list[str], dict[str, str]]:
    """Return the items of the list, and its links by their words."""
    page = BeautifulSoup(build.text("model.html"), "html.parser")
    items = [" ".join(p.get_text().split()) for p in page.select("ul.arch-model p")]
    return items, {a.get_text(): a["href"] for a in page.select("ul.arch-model a")}


@pytest.mark.parametrize("name", MODEL)
def test_what_each_part_is_and_where_it_is_described(project: Project, name: str) -> None:
    build = project.myst().write({name: MODEL[name], "shop.rst": TEXT}).build()
    items, links = listed(build)
    assert items == [
        "Shop [Software system] – Sells",
        "Order API [Application: FastAPI] – Orders",
        "Database [Data store]",
        "Production [Deployment node]",
        "Production: Order API ×2",
        "Order API → Database: Reads [SQL]",
    ]
    # What is described nowhere else needs no link to itself.
    assert links == {
        "Order API": "shop.html#shop.api",
        "Database": "#shop.db",
        "Production": "#deployment-node-prod",
    }


def test_the_list_follows_what_moves(project: Project) -> None:
    project.write({"model.rst": MODEL["model.rst"], "shop.rst": TEXT}).build()
    project.write({"shop.rst": "Shop\n====\n", "new.rst": TEXT})
    build = project.build()
    assert "model" in build.written
    assert listed(build)[1]["Order API"] == "new.html#shop.api"
    project.write({"shop.rst": "Shop\n====\n\nMore.\n"})
    assert "model" not in project.build().written


def test_what_another_page_declares_is_called_by_its_title(project: Project) -> None:
    far = '# Far\n\n```{c4-model}\nsystem parcel "Moss Parcel"\n```\n'
    near = '# Model\n\n```{c4-model}\nsystem shop "Shop"\nshop -> parcel : Books\n'
    build = project.myst().write({"model.md": near + "```\n", "far.md": far}).build()
    items, links = listed(build)
    assert items[1] == "Shop → Moss Parcel: Books"
    assert links["Moss Parcel"] == "far.html#system-parcel"
    project.write({"far.md": far.replace("Moss", "Fern")})
    assert "Shop → Fern Parcel: Books" in listed(project.build())[0]


def test_nodes_of_the_same_name_follow_what_they_are_in(project: Project) -> None:
    line = (
        'deployment-node {id} "{title}"\n  deployment-node k8s "Cluster"\n    instance shop.api\n'
    )
    zones = line.format(id="a", title="Zone a") + line.format(id="b", title="Zone b")

    def deployed(lines: str) -> str:
        project.write({"zones.md": f"# Zones\n\n```{{c4-model}}\n{lines}```\n"})
        page = BeautifulSoup(project.build().text("shop.html"), "html.parser")
        return " ".join(page.select_one("p.arch-back").get_text().split())

    project.myst().write({"shop.rst": TEXT})
    assert "Deployed on: Zone a › Cluster, Zone b › Cluster" in deployed(zones)
    assert "Oslo › Cluster, Zone b › Cluster" in deployed(zones.replace("Zone a", "Oslo"))
