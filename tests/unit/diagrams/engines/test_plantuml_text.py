"""PlantUML text before PlantUML sees it: includes put in by us, what reaches out refused."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_archdoc.diagrams.engines.plantuml_files import Files, Refused
from sphinx_archdoc.diagrams.engines.plantuml_text import LARGEST, Prepared, prepare
from sphinx_archdoc.model.codes import Code

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def files(tmp_path: Path) -> Files:
    (tmp_path / "outside.puml").write_text("secret -> x\n")
    source = tmp_path / "source"
    (source / "pages" / "more").mkdir(parents=True)
    return Files(folder=source / "pages", roots=(source,), most=1000)


def write(files: Files, name: str, text: str) -> Path:
    assert files.folder
    path = files.folder / name
    path.write_text(text)
    return path


def codes(prepared: Prepared) -> list[tuple[Code, int]]:
    return [(problem.code, problem.line) for problem in prepared.problems]


def test_a_text_without_its_frame_gets_one() -> None:
    prepared = prepare("a -> b", Files())
    assert prepared.text == "@startuml\na -> b\n@enduml\n"
    assert prepared.line(2) == 1


def test_the_first_diagram_counts() -> None:
    text = "intro\n@startmindmap(id=x)\n* a\n@endmindmap\n@startuml\nb\n@enduml"
    prepared = prepare(text, Files())
    assert prepared.text == "@startmindmap\n* a\n@endmindmap\n"
    assert prepared.line(2) == 3
    assert codes(prepared) == [(Code.LIMIT, 4)]
    # A second start or an early end would be a second picture, and the answers got mixed up.
    assert prepare("@startuml\n @startuml\na\n@enduml", Files()).text.count("@start") == 1
    assert prepare("mail: me@endpoint.example", Files()).text.count("endpoint") == 1


def test_includes(files: Files) -> None:
    one = write(files, "one.puml", "@startuml\n!include more/two.puml\nfrom one\n@enduml\n")
    two = write(files, "more/two.puml", "from two\n!include ../three.iuml!2\n")
    three = write(
        files,
        "three.iuml",
        "@startuml\nzero\n@enduml\n@startuml(id=b)\none\n@enduml\n@startuml\ntwo\n@enduml",
    )
    prepared = prepare("@startuml\nx\n!include one.puml ' why\ny\n@enduml", files)
    assert prepared.text == "@startuml\nx\nfrom two\ntwo\nfrom one\ny\n@enduml\n"
    assert [prepared.line(number) for number in range(1, 8)] == [1, 2, 3, 3, 3, 4, 5]
    assert prepared.line(99) == 0
    assert prepared.files == tuple(path.resolve() for path in (one, two, three))
    assert prepared.problems == ()
    named = prepare("!include three.iuml!b", files)
    assert named.text == "@startuml\none\n@enduml\n"


def test_include_from_the_top_once_and_parts(files: Files) -> None:
    write(files, "a.puml", "!startsub S\ninside\n!endsub\noutside\n")
    text = '!include_once "/pages/a.puml"\n!include_once a.puml\n!includesub a.puml!S'
    prepared = prepare(text, files)
    assert prepared.text.endswith("!endsub\noutside\ninside\n@enduml\n")
    assert prepared.text.count("outside") == 1


def test_the_library_stays_and_its_address_means_it() -> None:
    address = (
        "https://raw.githubusercontent.com/plantuml-stdlib/C4-PlantUML/master/C4_Container.puml"
    )
    prepared = prepare(
        f"!include <C4/C4_Context>\n!include {address}\n!theme x from <C4/themes>", Files()
    )
    lines = prepared.text.splitlines()[1:3]
    assert lines == ["!include <C4/C4_Context>", "!include <C4/C4_Container>"]
    assert prepared.problems == ()


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("!include ../../outside.puml", Code.PATH),
        ("!include /../outside.puml", Code.PATH),
        ("!include link.puml", Code.PATH),
        ("!include pipe", Code.PATH),
        ("!include more", Code.PATH),
        ("!include none.puml", Code.PATH),
        ("!include big.puml", Code.LIMIT),
        ("!include http://127.0.0.1/x", Code.REFUSED),
        ("!include https://example.org/x.puml", Code.REFUSED),
        ("!include $NAME", Code.REFUSED),
        ("!include %getenv(HOME)", Code.REFUSED),
        ("!include <../../outside>", Code.PATH),
        ("!includeurl http://127.0.0.1/x", Code.REFUSED),
        ("  !import jar.jar", Code.REFUSED),
        ("!theme x from https://example.org", Code.REFUSED),
        ('!$x = %load_json("../../outside.puml")', Code.REFUSED),
        ('title %getenv("TOKEN")', Code.REFUSED),
        ("!include itself.puml", Code.CYCLE),
        ("!include deep0.puml", Code.LIMIT),
    ],
)
def test_what_reaches_out_is_refused(files: Files, statement: str, code: Code) -> None:
    assert files.folder
    write(files, "big.puml", "x" * 1001)
    write(files, "itself.puml", "!include itself.puml\n")
    for number in range(30):
        write(files, f"deep{number}.puml", f"!include deep{number + 1}.puml\n")
    (files.folder / "link.puml").symlink_to(files.folder.parent.parent / "outside.puml")
    os.mkfifo(files.folder / "pipe")
    prepared = prepare(f"@startuml\na -> b\n{statement}\n@enduml", files)
    assert codes(prepared) == [(code, 3)]
    assert "secret" not in prepared.text
    assert prepared.text.splitlines()[:2] == ["@startuml", "a -> b"]
    assert len(prepared.text.splitlines()) == 3


def test_nothing_is_read_when_reading_is_off(files: Files) -> None:
    write(files, "a.puml", "x")
    assert codes(prepare("!include a.puml", Files(folder=files.folder))) == [(Code.PATH, 1)]


def test_layout_is_ours_and_comments_are_nobodys() -> None:
    prepared = prepare("!pragma layout dot\n!pragma teoz true\n' !import x.jar\n", Files())
    assert prepared.text == "@startuml\n!pragma teoz true\n' !import x.jar\n\n@enduml\n"
    assert prepared.problems == ()


def test_a_bomb_ends(files: Files) -> None:
    write(files, "a.puml", "x" * 900)
    write(files, "b.puml", "!include a.puml\n" * 60)
    write(files, "c.puml", "!include b.puml\n" * 60)
    with pytest.raises(Refused) as refused:
        prepare("!include c.puml", files)
    assert refused.value.code is Code.LIMIT
    with pytest.raises(Refused):
        prepare("x" * (LARGEST + 1), files)


def test_a_bomb_of_nothing_but_includes_ends(files: Files) -> None:
    write(files, "f0.puml", "")
    for depth in range(1, 15):
        write(files, f"f{depth}.puml", f"!include f{depth - 1}.puml\n" * 8)
    with pytest.raises(Refused) as refused:
        prepare("!include f14.puml", files)
    assert refused.value.code is Code.LIMIT


def test_blanks_hide_no_include(files: Files) -> None:
    assert codes(prepare(f"{' ' * 2000}!include ../../outside.puml", files)) == [(Code.PATH, 1)]


def test_a_part_that_is_no_number(files: Files) -> None:
    write(files, "a.puml", "@startuml\nfirst\n@enduml\n@startuml\nsecond\n@enduml\n")
    for part, line in (("1", "second"), ("²", "first"), ("7", "first")):
        assert line in prepare(f"!include a.puml!{part}", files).text


@given(st.text(max_size=300) | st.lists(st.sampled_from(
    ["@startuml", "@enduml", "!include a", "!include <b>", "x", "\\startuml", "!includesub a!b", ""]
)).map("\n".join))  # fmt: skip
def test_any_text_becomes_one_diagram(text: str) -> None:
    prepared = prepare(text, Files())
    lines = prepared.text.split("\n")
    assert lines[0].startswith("@start")
    assert lines[-2].startswith("@end")
    assert len(prepared.places) == len(lines) - 1
    assert not any(line.lstrip().startswith(("@startuml", "@enduml")) for line in lines[1:-2])
