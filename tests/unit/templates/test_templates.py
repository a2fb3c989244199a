"""What templates are made of: every part is used and exists, and both forms say the same."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from sphinx_archdoc import templates
from sphinx_archdoc.checks import checks
from sphinx_archdoc.formats.leftovers import placeholders
from sphinx_archdoc.templates import NAMES, Template, template
from sphinx_archdoc.templates.writing import Facts, Form, one_line, project_files

FOLDER = Path(templates.__file__).parent
FACTS = Facts(
    title="Shop", author="Ann", email="a@b.org", date="2026-05-01", next_review="2026-11-01"
)
ALL = [template(name) for name in NAMES]


def parts(made: Template) -> list[str]:
    return [*made.opening, *(part for page in made.pages for part in page.parts)]


def test_each_module_is_a_template_and_named() -> None:
    files = {path.stem.replace("_", "-") for path in FOLDER.glob("*.py")}
    assert files - {"--init--", "writing"} == set(NAMES)
    with pytest.raises(KeyError):
        template("nothing")


def test_parts_exist_and_are_used() -> None:
    used = {part for made in ALL for part in parts(made)}
    assert used == {path.stem for path in (FOLDER / "parts").glob("*.md")}


@pytest.mark.parametrize("made", ALL, ids=NAMES)
def test_a_template_says_each_thing_once(made: Template) -> None:
    assert max(Counter(parts(made)).values()) == 1
    assert max(Counter(page.name for page in made.pages).values()) == 1
    assert set(made.checks) <= set(checks())
    assert max(Counter(made.checks).values()) == 1
    assert "missing" in parts(made)
    assert "decisions" in [page.name for page in made.pages]


def left(files: dict[str, str], form: Form) -> Counter[str]:
    texts = (text for path, text in files.items() if path.endswith(f".{form}"))
    return Counter(spot.text for text in texts for spot in placeholders(text))


@pytest.mark.parametrize("made", ALL, ids=NAMES)
def test_both_forms_have_the_same_places_to_fill_in(made: Template) -> None:
    markdown = {k: v for k, v in project_files(made, "md", FACTS).items() if k != "README.md"}
    in_markdown, in_rest = left(markdown, "md"), left(project_files(made, "rst", FACTS), "rst")
    assert in_markdown == in_rest
    assert sum(in_markdown.values()) > 25


@pytest.mark.parametrize("made", ALL, ids=NAMES)
def test_all_that_looks_like_a_place_to_fill_in_is_found(made: Template) -> None:
    """A hint in brackets that no check finds would stay in the document."""
    for path, text in project_files(made, "md", FACTS).items():
        if path.startswith("docs/") and path.endswith(".md"):
            hints = [line for line in text.split("\n") if re.search(r"\[(W|How)", line)]
            found = {spot.line for spot in placeholders(text)}
            lines = {number for number, line in enumerate(text.split("\n"), 1) if line in hints}
            assert lines <= found, path


def test_what_nobody_says_stays_a_placeholder() -> None:
    facts = Facts(date="2026-05-01", next_review="2026-11-01")
    files = project_files(ALL[0], "md", facts)
    assert files["docs/index.md"].startswith("# [System name]\n")
    found = left(files, "md")
    assert found["[System name]"] >= 1
    assert found["[E-mail]"] == 1
    assert 'project = "[System name]"' in files["docs/conf.py"]


@pytest.mark.parametrize("form", ["md", "rst"])
@pytest.mark.parametrize("made", ALL, ids=NAMES)
def test_settings_are_python_and_lines_are_short_enough_to_edit(made: Template, form: Form) -> None:
    files = project_files(made, form, FACTS)
    names: dict[str, object] = {}
    code = compile(files["docs/conf.py"], "conf.py", "exec")
    exec(code, names)  # noqa: S102 -- what Sphinx does with it; the text is ours
    assert names["archdoc_template"] == made.name
    assert names["archdoc_rules"] == {"placeholder": "info"}
    for path, text in files.items():
        assert text.endswith("\n"), path
        assert not text.endswith("\n\n"), path
        assert "\n\n\n" not in text, path
        assert "$" not in text.replace("$1000", ""), path
        wide = [line for line in text.split("\n") if len(line) > 110 and not line.startswith("|")]
        assert wide == [], path


def test_one_line() -> None:
    assert one_line(" a\r\n b\t\x00c\u2028d\u202e ") == "a b c d"
