"""Heads of decisions as strangers write them: a case for each class of fault that was met."""

from __future__ import annotations

from typing import Any

import pytest

from sphinx_archdoc import kinds
from sphinx_archdoc.formats.adr_folder import read_folder

ADR = kinds.load()["adr"]


def read(text: str, name: str = "adr/0009-x.md") -> Any:
    found = read_folder({name: text.encode()}, ADR).adopted
    assert len(found) == 1
    return found[0].record


def facts(record: Any) -> tuple[str, str]:
    return (record.status.key if record.status else "", record.date.iso if record.date else "")


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("**Статус:** Принято  \n**Дата:** 9 июня 2026", ("accepted", "2026-06-09")),
        ("- **Статус:** принято (Accepted).\n- **Дата:** 11.09.2026.", ("accepted", "2026-09-11")),
        ("- 상태: 제안 (검토)\n- 날짜: 2026-08-25", ("proposed", "2026-08-25")),
        ("- 상태: Accepted\n- 일자: 2026년 8월 11일", ("accepted", "2026-08-11")),
        ("- **Durum:** kabul edildi (2026-09-28).\n- **Tarih:** 2026-09-28",
         ("accepted", "2026-09-28")),
        ("وضعیت: پذیرفته‌شده برای فاز ۱\n\nتاریخ: 2026-09-27", ("accepted", "2026-09-27")),
        ("## Trạng thái\nAccepted", ("accepted", "")),
        ("**Stato:** Accettato\n**Data:** 3 marzo 2026", ("accepted", "2026-03-03")),
        ("**Status:** Geaccepteerd\n**Datum:** 3 maart 2026", ("accepted", "2026-03-03")),
        ("**Status:** Aceito\n**Data:** 30 de junho de 2026", ("accepted", "2026-06-30")),
        ("* Status: Drafting\n* Date: June 23, 2020", ("draft", "2020-06-23")),
        ("- Status: Ratified\n- Date: 2026-08-01", ("accepted", "2026-08-01")),
        ("> Lifecycle: Active", ("accepted", "")),
        ("**Status:** ✅ Accepted", ("accepted", "")),
        ("**Status** accepted &nbsp;·&nbsp; **Touches** `a.ts, b.ts`", ("accepted", "")),
    ],
)  # fmt: skip
def test_status_and_date(head: str, told: tuple[str, str]) -> None:
    assert facts(read(f"# ADR-0009: X\n\n{head}\n\n## Context\n\nText.\n")) == told


def test_bold_words_in_a_sentence_are_no_fact() -> None:
    record = read(
        "# 9. X\n\n**Status** of the system is shown in red when it fails.\n\n## Decision\n"
    )
    assert record.status is None


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("# U2-ADR-024: Export as opt-in", "Export as opt-in"),
        ("# ADR-0002：数据口径", "数据口径"),
        ("# 0006 · install.sh in one command", "install.sh in one command"),
        ("# ADR-0011 · Interfaz", "Interfaz"),
        ("<artifact title='x'>\n# Architecture Decision Record: Pager", "Pager"),
    ],
)
def test_titles(line: str, title: str) -> None:
    assert read(f"{line}\n\n**Status:** Accepted\n\n## Decision\n\nX.\n", "adr/x.md").title == title


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("- **Ergaenzt:** ADR 0002 und ADR 0006", {"amends": ["ADR-0002", "ADR-0006"]}),
        ("- **Estende:** [ADR 0041](0041-a.md)", {"amends": ["ADR-0041"]}),
        ("- **Relacionado:** [ADR-019](ADR-019-a.md), [x](../y.md)", {"relates_to": ["ADR-019"]}),
        ("**Статус:** Принято; пункт 3 заменён [ADR-0100](0100-a.md)",
         {"superseded_by": ["ADR-0100"]}),
        ("**Status:** aceito\n\n> Não supera nenhum ADR anterior.", {}),
    ],
)  # fmt: skip
def test_relations(head: str, told: dict[str, list[str]]) -> None:
    record = read(f"# ADR 0009: X\n\n{head}\n\n## Context\n\nText.\n")
    names = ("supersedes", "superseded_by", "amends", "amended_by", "depends_on", "relates_to")
    found = {name: [ref.id for ref in getattr(record, name)] for name in names}
    assert {name: ids for name, ids in found.items() if ids} == told


def test_entries_of_front_matter_in_one_word_and_topics() -> None:
    front = (
        "---\nstatus: accepted\ndependsOn:\n  - 'ADR-0005: CAN bus (chosen, first)'\n  - ADR-0006\n"
        "relates_to: [security, agent-architecture]\nsupersedes: [old-way]\n---\n# X\n"
    )
    record = read(front)
    assert [ref.id for ref in record.depends_on] == ["ADR-0005", "ADR-0006"]
    assert record.relates_to == ()
    assert [ref.id for ref in record.supersedes] == ["old-way"]


def test_a_sign_before_the_word_is_not_the_word() -> None:
    assert read("# 9. X\n\n**Status:** ✅ Accepted\n").status.text.endswith("Accepted")
    assert read("# 9. X\n\n**Status:** ✅\n").status.text == "✅"


def test_papers_that_are_no_decisions_are_no_relation() -> None:
    record = read("# 9. X\n\n**Relates to:** PRD-0001 section E.3, ADR-0003, RFC-0006 (W5)\n")
    assert [ref.id for ref in record.relates_to] == ["ADR-0003"]


def test_people_who_are_not_known_yet_are_nobody() -> None:
    assert read("# 9. X\n\n* Status: proposed\n* Deciders: TBD\n").deciders == ()
    assert read("# 9. X\n\n* Status: proposed\n* Tags: open, TBD\n").tags == ("open",)
    assert read("# 9. X\n\n- **状态**: accepted\n- **作者**: 工程团队\n").deciders == ("工程团队",)


def test_a_date_in_the_title_of_another_decision_is_not_its_own() -> None:
    other = "[ADR-0013: Stack (January 2026)](0013-stack.md)"
    record = read(f"# 9. X\n\n## Status\n\nProposed\n\nSupersedes {other}\n\n## Context\n\nY.\n")
    assert record.date is None
    record = read("# 9. X\n\n## Status\n\nAccepted [2026-01-20](https://x.org/1)\n\n## Context\n")
    assert record.date.iso == "2026-01-20"


def test_a_decision_without_number_is_named_by_its_file() -> None:
    files = {
        "adr/adr-use-queues.md": b"# Use queues\n\nStatus: accepted\n",
        "adr/adr-use-files.md": b"---\nstatus: superseded by adr-use-queues\n---\n# Use files\n",
        "adr/adr-use-mail.md": b"---\nstatus: superseded by well-known reasons\n---\n# Mail\n",
    }
    found = {item.path: item.record for item in read_folder(files, ADR).adopted}
    replaced: Any = found["adr/adr-use-files.md"]
    assert [ref.id for ref in replaced.superseded_by] == ["adr-use-queues"]
    gone: Any = found["adr/adr-use-mail.md"]
    assert gone.superseded_by == ()


def test_a_whole_decision_in_french_is_no_part() -> None:
    record = read(
        "# 9. X\n\n**Statut :** accepté\n\nRemplace la décision 0005.\n\n## Contexte\n\nY\n"
    )
    assert [str(ref) for ref in record.supersedes] == ["ADR-0005"]
