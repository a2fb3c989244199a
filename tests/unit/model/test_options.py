from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from storing import REGISTRY

from sphinx_archdoc.model import fields
from sphinx_archdoc.model.codes import Code
from sphinx_archdoc.model.fields import EMPTY, FieldSpec, Settings
from sphinx_archdoc.model.header_names import by_header
from sphinx_archdoc.model.options import read_options, read_value
from sphinx_archdoc.model.values import Number, Range, Ref, When
from sphinx_archdoc.model.words import DECISION_STATUS, Vocabulary, Word, scale

ADR, RISK = REGISTRY["adr"], REGISTRY["risk"]
SETTINGS = Settings()


def spec(type_: Any, name: str = "it", **facts: Any) -> FieldSpec:
    return FieldSpec(type=type_, name=name, title=name.capitalize(), **facts)


@pytest.mark.parametrize(
    ("field", "text", "value", "code"),
    [
        (spec("text"), " a ", "a", None),
        (spec("text"), "none", "none", None),
        (spec("text"), "a\x07b", "ab", Code.TEXT),
        (spec("inline"), "*a*", "*a*", None),
        (spec("choice", vocabulary=DECISION_STATUS), "OK?", Word("", "OK?"), Code.VALUE),
        (spec("choice", vocabulary=DECISION_STATUS), "draft", Word("draft", "draft"), None),
        (spec("choice", vocabulary=DECISION_STATUS), "draft 2", Word("", "draft 2"), Code.VALUE),
        (
            spec("choice", "status", vocabulary=DECISION_STATUS),
            "draft 2",
            Word("draft", "draft 2"),
            None,
        ),
        (spec("choice", "status", vocabulary=DECISION_STATUS), "x", Word("", "x"), Code.STATUS),
        (spec("choice"), "anything", Word("", "anything"), None),
        (spec("level"), "Severe", Word("high", "Severe"), None),
        (spec("level"), "purple", Word("", "purple"), Code.VALUE),
        (spec("level"), "n/a", None, None),
        (spec("level"), "[Impact]", Word("", "[Impact]"), None),
        (spec("date"), "YYYY-MM-DD", When("", "YYYY-MM-DD"), None),
        (spec("date"), "{{date}}", When("", "{{date}}"), None),
        (spec("refs"), "[Required services]", (), None),
        (spec("date"), "2026-01-20", When("2026-01-20", "2026-01-20"), None),
        (spec("date"), "soon", When("", "soon"), Code.DATE),
        (spec("refs"), "a, b (c)", (Ref("a"), Ref("b", "c")), None),
        (spec("refs"), "a, b/c", (Ref("a"),), Code.ID),
        (spec("refs"), "–", (), None),
        (spec("number"), "3 d", Number(3, "d", "3 d"), None),
        (spec("number"), "3-4 d", None, Code.VALUE),
        (spec("range"), "3-4 d", Range(3, 4, "d", "3-4 d"), None),
        (spec("range"), "some", None, Code.VALUE),
        (spec("flag"), "", True, None),
        (spec("flag"), "-", False, None),
        (spec("flag"), "perhaps", None, Code.VALUE),
        (spec("tags"), "a, b", ("a", "b"), None),
        (spec("people"), "[Team]", ("[Team]",), None),
        (spec("people"), "[Who\n answers]", ("[Who answers]",), None),
        (spec("people"), "[Ann, Bob]", ("Ann", "Bob"), None),
        (spec("people"), '["Ann"]', ("Ann",), None),
        (spec("people"), "[@ann]", ("@ann",), None),
        (spec("people"), "Ann (Ops, Bern); Bob", ("Ann (Ops, Bern)", "Bob"), None),
    ],
)
def test_each_type_reads_its_text(field: Any, text: str, value: Any, code: Any) -> None:
    found, problem = read_value(field, text, SETTINGS)
    assert found == value
    assert type(found) is type(value)
    assert (problem.code if problem else None) is code


@given(st.sampled_from(sorted(EMPTY)), st.text())
def test_reading_never_raises(type_: str, text: str) -> None:
    found, problem = read_value(spec(type_), text, SETTINGS)
    no_value = ("choice", "level", "date", "number", "range", "amount")
    assert found is not None or problem or type_ in no_value


def test_all_problems_are_told_at_once_with_hints() -> None:
    values, problems = read_options(
        ADR,
        {"statsu": "x", "date": "soon", "status": "acepted", "id": "ADR-1"},
        SETTINGS,
        known=["id"],
    )
    assert [(problem.code, problem.message) for problem in problems] == [
        (Code.OPTION, "adr has no option 'statsu'; did you mean 'status'?"),
        (Code.DATE, "date: 'soon' is no date; write it as 2026-01-20"),
        (Code.STATUS, "status: 'acepted' is no known word; did you mean 'accepted'?"),
    ]
    assert values == {"date": When("", "soon"), "status": Word("", "acepted")}


def test_names_beat_synonyms_and_values_that_cannot_be_read_are_left_out() -> None:
    raw = {"state": "draft", "status": "accepted", "external": "perhaps"}
    assert read_options(ADR, raw | {"external": ""}, SETTINGS)[0] == {
        "status": Word("accepted", "accepted")
    }
    values, problems = read_options(REGISTRY["app"], {"external": "perhaps"}, SETTINGS)
    assert values == {}
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("kind", "header", "name"),
    [
        (ADR, "Superseded-By", "superseded_by"),
        (ADR, "Decision Makers", "deciders"),
        (ADR, "decision-makers", "deciders"),
        (RISK, "Probability", "likelihood"),
        (RISK, "  Next   review ", "review"),
        (RISK, "MASSNAHME", "mitigation"),
        (RISK, "Maßnahmen", "mitigation"),
        (REGISTRY["app"], "Purpose", "description"),
        (RISK, "Colour", None),
    ],
)
def test_headers_name_fields(kind: Any, header: str, name: str) -> None:
    found = by_header(kind, header)
    assert (found.name if found else None) == name


def test_settings_bring_the_project_s_own_words() -> None:
    own = Settings(levels=scale(5), synonyms={"adr": {"in kraft": "accepted"}})
    status, impact = ADR.field("status"), RISK.field("impact")
    assert status is not None
    assert impact is not None
    assert read_value(status, "In Kraft", own, "adr")[0].key == "accepted"
    assert read_value(status, "In Kraft", own, "risk")[1] is not None
    assert read_value(impact, "very high", own, "risk")[0].key == "very-high"
    assert read_value(impact, "very high", SETTINGS, "risk")[0].key == "high"


@pytest.mark.parametrize(
    ("declared", "type_"),
    [
        (fields.text("h"), "text"),
        (fields.inline("h"), "inline"),
        (fields.choice(Vocabulary(), "h"), "choice"),
        (fields.level("h"), "level"),
        (fields.date("h"), "date"),
        (fields.refs("adr", help="h"), "refs"),
        (fields.number("h"), "number"),
        (fields.range_("h"), "range"),
        (fields.flag("h"), "flag"),
        (fields.people("h"), "people"),
        (fields.tags(), "tags"),
        (fields.owner(), "people"),
    ],
)
def test_declarations(declared: Any, type_: str) -> None:
    found = declared.metadata["spec"]
    assert found.type == type_
    assert found.help
    assert declared.default == EMPTY[type_]
    assert dataclasses.replace(found, name="a_b").option == "a-b"


def test_hints_do_not_depend_on_the_order_of_a_set() -> None:
    _, problems = read_options(ADR, {"zzzz": ""}, SETTINGS, known=[f"k{n}" for n in range(9)])
    names = [field.option for field in ADR.fields][:12]
    assert problems[0].message.endswith(f"allowed: {', '.join(names)}, …")
    empty = dataclasses.replace(ADR, fields=())
    _, problems = read_options(empty, {"zzzz": ""}, SETTINGS, known=["kb", "ka", "kc"])
    assert problems[0].message.endswith("allowed: kb, ka, kc")


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("superseded by ADR-2", (Ref("ADR-2"),)),
        ("**Superseded by [ADR-2](#ADR-2)**", (Ref("ADR-2"),)),
        ("replaced by 0021", (Ref("ADR-0021"),)),
        ("Superceded by: [0021](0021-use-it.md).", (Ref("ADR-0021"),)),
        ("Ersetzt durch ADR-2: Use it", (Ref("ADR-2"),)),
        ("reemplazado por ADR-2, 7", (Ref("ADR-2"), Ref("ADR-7"))),
        ("Remplacé par ADR-2 (clause 2)", (Ref("ADR-2", "clause 2"),)),
        ("accepted -> superseded by ADR-2", (Ref("ADR-2"),)),
        ("superseded by events", None),
        ("superseded by the new way", None),
        ("superseded", None),
        ("not superseded by ADR-2", None),
        ("no longer replaced by ADR-2", None),
        ("partly superseded by ADR-2", None),
        ("superseded by ADR-2 -> accepted", None),
        ("accepted by 0021", None),
    ],
)
def test_a_status_names_the_successor(text: str, refs: Any) -> None:
    values, _ = read_options(ADR, {"status": text}, SETTINGS)
    assert values.get("superseded_by") == refs
    wanted = Word("superseded", "superseded") if refs else values["status"]._replace(text=text)
    assert values["status"] == wanted


def test_an_option_for_the_successor_counts_more_than_the_status() -> None:
    raw = {"status": "superseded by ADR-2", "superseded-by": "ADR-3"}
    values, problems = read_options(ADR, raw, SETTINGS)
    assert values["superseded_by"] == (Ref("ADR-3"),)
    assert values["status"].text == "superseded by ADR-2"
    assert problems == []
    values, _ = read_options(RISK, {"status": "superseded by ADR-2"}, SETTINGS)
    assert values["status"].text == "superseded by ADR-2"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("High (5)", "high"),
        ("5 (High)", "high"),
        ("3 - High", "high"),
        ("1 – high", "high"),
        ("Level 3: low", "low"),
        ("Very-low", "very-low"),
        ("medium to high", "medium"),
        ("High (4) -> Low (2)", "low"),
        ("H", "high"),
        ("h (3)", "high"),
        ("M. Smith decides", ""),
        ("not likely", ""),
        ("purple (5)", ""),
        ("9", ""),
    ],
)
def test_a_level_stands_beside_a_number(text: str, key: str) -> None:
    found, problem = read_value(spec("level"), text, Settings(levels=scale(5)))
    assert found == Word(key, text)
    assert (problem is None) is bool(key)


def test_a_long_text_is_cut_in_a_message() -> None:
    _, problem = read_value(spec("refs"), "`" * 20000, SETTINGS)
    assert problem is not None
    assert len(problem.message) < 250


def test_a_status_that_was_decoded_wrongly_is_read() -> None:
    field = REGISTRY["quality-goal"].field("status")
    value, problem = read_value(field, "‚úÖ Met", SETTINGS, "quality-goal")
    assert problem is None
    assert (value.key, value.text) == ("met", "‚úÖ Met")  # the author's own text stays


@pytest.mark.parametrize(
    "text", ["TBD", "*tbd*", "?", "???", "(unknown)", "à définir", "A DEFINIR", "por definir",
             "noch offen", "to be decided"],
)  # fmt: skip
@pytest.mark.parametrize("field", ["impact", "likelihood", "status", "owner", "review", "affects"])
def test_what_nobody_knows_yet_is_shown_and_means_nothing(text: str, field: str) -> None:
    values, problems = read_options(RISK, {field: text}, SETTINGS)
    shown = {"owner": (text,), "affects": (), "review": When("", text)}
    assert values.get(field) == shown.get(field, Word("", text))
    assert problems == []


def test_something_may_be_called_open() -> None:
    values, _ = read_options(RISK, {"affects": "open", "status": "Pendiente"}, SETTINGS)
    assert values == {"affects": (Ref("open"),), "status": Word("", "Pendiente")}


@pytest.mark.parametrize(
    ("text", "month"),
    [("Q3 2026", "2026-09"), ("T1 2026", "2026-03"), ("Ende Juni 2026", "2026-06"),
     ("2026-H2", "2026-12"), ("fin juin 2026", "2026-06"), ("end of 2026", "2026-12"),
     ("2. Quartal 2026", "2026-06")],
)  # fmt: skip
def test_a_day_to_come_may_be_a_quarter(text: str, month: str) -> None:
    assert read_options(RISK, {"review": text}, SETTINGS) == ({"review": When(month, text)}, [])
