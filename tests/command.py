"""The command ``archdoc`` as tests call it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.testing import CliRunner

from sphinx_archdoc.cli.main import main

if TYPE_CHECKING:
    from click.testing import Result


def run(*arguments: object, code: int = 0, answers: str = "") -> Result:
    """Run it in this process; it has to end with this code."""
    done = CliRunner().invoke(main, [str(argument) for argument in arguments], input=answers)
    assert done.exit_code == code, done.output
    return done
