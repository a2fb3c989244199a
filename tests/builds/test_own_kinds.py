"""Kinds of one's own get all that ours have; short names leave room for others."""

from __future__ import annotations

import os
import subprocess
import sys
import zlib
from typing import TYPE_CHECKING

import jsonschema
import pytest
from docutils.parsers.rst import directives, roles
from hostile import text_of

if TYPE_CHECKING:
    from pathlib import Path

    from building import Build, Project

KINDS = {
    "question": {
        "title": "Open question",
        "prefix": "Q-",
        "help": "Something nobody knows yet.",
        "fields": {
            "owner": {"type": "people", "column": True},
            "due": {"type": "date", "column": True, "synonyms": ["until"]},
            "state": {
                "type": "choice",
                "column": True,
                "choices": ["open", {"key": "done", "label": "Done", "tone": "ok"}],
            },
            "answered_by": {"type": "refs", "targets": ["adr"], "inverse": "Answers"},
            "effort": {"type": "number"},
            "loud": {"type": "flag"},
        },
    }
}
PAGES = {
    "page.rst": """\
Page
====

.. question:: Who pays?
   :id: Q-1
   :owner: Ana
   :until: 2026-03-01
   :state: done
   :answered-by: ADR-1
   :effort: 3 days
   :loud:

   Nobody knows.

.. question-table:: More
   :id-prefix: Q-1

   .. list-table::
      :header-rows: 1

      * - Question
        - State
        - Until
      * - And when?
        - open
        - 2026-04-01

.. adr:: The customer pays
   :id: ADR-1
""",
    "views.rst": """\
Views
=====

.. question-table::
   :state: done
   :columns: id, title, due, effort

See :question:`Q-1`, :question:`~Q-1` and :arch:question:`Q-11`.
""",
}


def inventory(build: Build) -> str:
    return zlib.decompress(
        (build.out / "objects.inv").read_bytes().partition(b"zlib.\n")[2]
    ).decode()


def test_a_kind_from_conf(project: Project) -> None:
    build = project.write(PAGES).build(conf={"archdoc_kinds": KINDS})
    assert build.warnings == []
    record = build.records()["Q-1"]
    assert record["kind"] == "question"
    assert record["fields"]["due"]["iso"] == "2026-03-01"
    assert record["fields"]["effort"] == {"value": 3, "unit": "days", "text": "3 days"}
    assert record["fields"]["loud"] is True
    assert "Q-11" in build.records()
    schema = __import__("json").loads(build.text(build.export()["$schema"]))
    jsonschema.validate(build.export(), schema)
    views = text_of(build, "views.html")
    assert "See Q-1, Who pays? and Q-11." in views
    assert "2026-03-01" in views
    assert "And when?" not in views
    assert "Answers" in text_of(build)
    assert "Q-1 arch:question 1 page.html#$ Q-1: Who pays?" in inventory(build)


def test_unknown_references_and_words_of_such_a_kind(project: Project) -> None:
    page = (
        "Page\n====\n\n.. question:: Who?\n   :id: Q-1\n   :state: dnoe\n   :answered-by: ADR-9\n"
        "   :onwer: x\n\nSee :question:`Q-7`.\n"
    )
    build = project.write({"page.rst": page}).build(conf={"archdoc_kinds": KINDS})
    assert sorted(build.codes()) == ["option", "reference", "reference", "value"]
    assert any("did you mean 'owner'" in line for line in build.warnings)


def test_faulty_declarations_are_told(project: Project) -> None:
    wrong = {"adr": {"title": "Mine"}, "x y": {}, "note2": {}, "fine": {"title": "Fine", "nope": 1}}
    build = project.write({"page.rst": "Page\n====\n\n.. fine:: One\n"}).build(
        conf={"archdoc_kinds": wrong}
    )
    assert set(build.codes()) >= {"config"}
    assert build.codes().count("config") == 4


def test_changed_kinds_read_all_pages_again(project: Project) -> None:
    project.write(PAGES).build(conf={"archdoc_kinds": KINDS})
    changed = {"question": KINDS["question"] | {"title": "Riddle"}}
    build = project.build(conf={"archdoc_kinds": changed})
    assert build.read >= {"page", "views"}
    fields = dict(reversed(KINDS["question"]["fields"].items()))  # type: ignore[union-attr]
    build = project.build(
        conf={"archdoc_kinds": {"question": KINDS["question"] | {"fields": fields}}}
    )
    assert build.warnings == []
    assert build.records()["Q-1"]["fields"]["due"]["iso"] == "2026-03-01"


PLUGIN = '''\
from sphinx_archdoc.model.fields import text
from sphinx_archdoc.model.kind import Record, kind, mark


@kind("gadget", title=mark("Gadget"), prefix="G-")
class Gadget(Record):
    """A thing."""

    maker: str = text(mark("Who made it."), column=True)
'''


def test_a_kind_from_a_plug_in(project: Project) -> None:
    site = project.folder / "site"
    (site / "gadgets-1.dist-info").mkdir(parents=True)
    (site / "gadgets-1.dist-info" / "METADATA").write_text("Name: gadgets\nVersion: 1\n", "utf-8")
    (site / "gadgets-1.dist-info" / "entry_points.txt").write_text(
        "[sphinx_archdoc.kinds]\ngadgets = gadgets\n", encoding="utf-8"
    )
    (site / "gadgets.py").write_text(PLUGIN, encoding="utf-8")
    page = (
        "Page\n====\n\n.. gadget:: Lamp\n   :id: G-1\n   :maker: Bo\n\n.. gadget-table::\n"
        "\n:gadget:`~G-1`\n"
    )
    project.write({"page.rst": page})
    (project.source / "conf.py").write_text("extensions = ['sphinx_archdoc']\n", encoding="utf-8")
    paths = os.pathsep.join([str(site), os.environ.get("PYTHONPATH", ""), str(root())])
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", "-W", project.source, project.folder / "out"],
        env=os.environ | {"PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert '"kind": "gadget"' in (project.folder / "out" / "archdoc.json").read_text(
        encoding="utf-8"
    )


def root() -> Path:
    from pathlib import Path

    return Path(__file__).parent.parent.parent


# -- short names -------------------------------------------------------------------------------


def test_taken_names_are_left_alone(project: Project) -> None:
    (project.source / "taker.py").write_text(
        "from docutils import nodes\n"
        "from docutils.parsers.rst import Directive\n"
        "class Risk(Directive):\n"
        "    has_content = True\n"
        "    optional_arguments = 9\n"
        "    def run(self):\n"
        "        return [nodes.paragraph('', 'the risk of somebody else')]\n"
        "def role(name, rawtext, text, lineno, inliner, options=None, content=None):\n"
        "    return [nodes.Text('their role')], []\n"
        "def setup(app):\n"
        "    app.add_directive('risk', Risk)\n"
        "    app.add_role('adr', role)\n",
        encoding="utf-8",
    )
    sys.path.insert(0, str(project.source))
    try:
        project.conf["extensions"] = ["taker", "sphinx_archdoc"]
        page = (
            "Page\n====\n\n.. risk:: x\n\n.. arch:risk:: Ours\n   :id: R-1\n\n.. adr:: Ours\n"
            "   :id: ADR-1\n\n:adr:`x` and :arch:adr:`ADR-1`\n"
        )
        build = project.write({"page.rst": page}).build()
    finally:
        sys.path.remove(str(project.source))
        sys.modules.pop("taker", None)
        directives._directives.pop("risk", None)
        roles._roles.pop("adr", None)
    assert build.codes() == ["short_name", "short_name"]
    assert "arch:risk" in build.warnings[0]
    assert "arch:adr" in build.warnings[1]
    assert "the risk of somebody else" in text_of(build)
    assert "their role and ADR-1" in text_of(build)
    assert {"R-1", "ADR-1"} <= build.records().keys()


@pytest.mark.parametrize(
    ("wish", "short"), [(False, set()), (["adr"], {"adr"}), (True, {"adr", "risk"}), ([], set())]
)
def test_short_names_as_wished(project: Project, wish: object, short: set[str]) -> None:
    page = (
        "Page\n====\n\n.. arch:adr:: Long\n   :id: ADR-1\n\n.. adr:: Short\n   :id: ADR-2\n\n"
        ".. risk:: Short\n   :id: R-2\n\n:arch:adr:`ADR-1`\n"
    )
    build = project.write({"page.rst": page}).build(conf={"archdoc_short_names": wish})
    wanted = {"ADR-1"} | ({"ADR-2"} if "adr" in short else set())
    wanted |= {"R-2"} if "risk" in short else set()
    assert build.records().keys() == wanted
    assert len([line for line in build.warnings if "Unknown directive type" in line]) == 2 - len(
        short
    )
    assert build.codes() == []


def test_docutils_directives_stay_theirs(project: Project) -> None:
    page = "Page\n====\n\n.. container:: mine\n\n   Text.\n\n.. option:: --x\n\n   Text.\n"
    build = project.write({"page.rst": page}).build()
    assert build.warnings == []
    assert 'class="mine docutils container"' in build.text("page.html")


# -- with and without others -------------------------------------------------------------------


@pytest.mark.parametrize("markup", ["rst", "md"])
def test_intersphinx(project: Project, tmp_path: Path, markup: str) -> None:
    from building import Project as Another

    other = Another(tmp_path / "other").write(
        {
            "page.rst": "Page\n====\n\n.. adr:: Elsewhere\n   :id: ADR-77\n\n.. app:: far\n"
            "   :title: Far app\n"
        }
    )
    built = other.build()
    project.myst()
    project.conf["extensions"].append("sphinx.ext.intersphinx")
    where = ("https://far.example/", str(built.out / "objects.inv"))
    project.conf["intersphinx_mapping"] = {"far": where}
    texts = {
        "rst": "Page\n====\n\n:external:arch:adr:`ADR-77` :external+far:arch:app:`the app <far>`\n"
        ":arch:adr:`ADR-77` :adr:`ADR-77`\n\n.. adr:: Here\n   :id: ADR-1\n",
        "md": "# Page\n\n{external:arch:adr}`ADR-77` {external+far:arch:app}`the app <far>`\n"
        "{arch:adr}`ADR-77` [](inv:far:arch:adr#ADR-77)\n\n:::{adr} Here\n:id: ADR-1\n:::\n",
    }
    build = project.write({f"page.{markup}": texts[markup]}).build()
    assert build.warnings == []
    html = build.text("page.html")
    assert html.count('href="https://far.example/page.html#ADR-77"') == 3
    assert html.count('href="https://far.example/page.html#app-far"') == 1
    # Of another kind there is no such record, here or there.
    wrong = {"rst": "\n:risk:`ADR-77` :element:`far`\n", "md": "\n{risk}`ADR-77` {element}`far`\n"}
    project.conf["intersphinx_mapping"] = {"far": where}  # Sphinx changes what it is given
    build = project.write({f"page.{markup}": texts[markup] + wrong[markup]}).build(fresh=True)
    assert build.codes() == ["reference"]
    assert "unknown risk 'ADR-77'" in build.warnings[0]


def test_without_myst(project: Project) -> None:
    build = project.write(PAGES).build(conf={"archdoc_kinds": KINDS})
    assert "myst_parser" not in build.app.extensions
