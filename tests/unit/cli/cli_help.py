"""The command ``archdoc`` in tests, and decisions in each form of a house."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_archdoc import kinds
from sphinx_archdoc.formats.adr_folder import read_folder

if TYPE_CHECKING:
    from pathlib import Path


ADR = kinds.load()["adr"]
NYGARD = """\
# 1. Use SOAP

Date: 2020-01-15

## Status

Accepted

## Context

Clients differ.

## Decision

We use SOAP.

## Consequences

It is known.
"""
FRONT = (
    "---\nstatus: accepted\ndate: 2020-01-15\ndecision-makers: [Ann, Bo]\nparent: Decisions\n---\n"
)
MADR = f"""{FRONT}
# Use SOAP

## Context and Problem Statement

Clients differ.

## Considered Options

* SOAP
* REST

## Decision Outcome

Chosen option: "SOAP".
"""
LIST = (
    "# Use SOAP\n\n- Status: accepted\n- Deciders: Ann\n- Date: 2020-01-15\n\n## Decision\n\nX.\n"
)
BOLD = "# ADR-001: Use SOAP\n\n**Status:** Accepted\n**Date:** 2020-01-15\n\n## Decision\n\nX.\n"
REST = "1. Use SOAP\n===========\n\nStatus\n------\n\n**Accepted**\n\nDecision\n--------\n\nX.\n"
FIELDS = "Use SOAP\n========\n\n:Status: Accepted\n:Date: 2020-01-15\n\nDecision\n--------\n\nX.\n"
TABLE = "# Use SOAP\n\n|  |  |\n|--|--|\n| Status | Accepted |\n\n## Decision\n\nX.\n"


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return folder


def read(folder: Path) -> Any:
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    return {item.path: item for item in read_folder(files, ADR).adopted}
