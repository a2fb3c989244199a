"""Layout by any command that takes DOT on its input and gives Graphviz's JSON, such as ``dot``."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams import dot
from sphinx_archdoc.diagrams.layout import LayoutError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_archdoc.diagrams.layout import Placed, Plan


@dataclass(slots=True)
class CommandLayout:
    """The engine ``dot``: an argument list without a shell, one process for a whole batch.

    ``timeout`` is in seconds for the batch.
    """

    command: tuple[str, ...] = ("dot",)
    timeout: float = 60.0
    name: str = "dot"
    _version: str = field(default="", init=False)

    @property
    def version(self) -> str:
        """What the command says about itself, asked once."""
        if not self._version:
            said = self._run(["-V"], "")
            self._version = " ".join([*self.command, *said.split()])
        return self._version

    def place(self, plans: Sequence[Plan]) -> list[Placed]:
        """Lay out all plans in one process."""
        if not plans:
            return []
        text = "".join(dot.write(plan) for plan in plans)
        placed = dot.read(self._run(["-Tjson0"], text))
        if len(placed) != len(plans):
            raise LayoutError(f"{self.command[0]} answered {len(placed)} of {len(plans)} pictures")
        return placed

    def _run(self, arguments: list[str], text: str) -> str:
        try:
            done = subprocess.run(  # noqa: S603 - the command is the user's configuration
                [*self.command, *arguments],
                input=text,
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                timeout=self.timeout,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise LayoutError(
                f"{self.command[0]} needed more than {self.timeout:g} seconds"
            ) from error
        except OSError as error:
            raise LayoutError(f"{self.command[0]} cannot be started: {error}") from error
        if done.returncode:
            said = " ".join(done.stderr.split())[:300]
            raise LayoutError(f"{self.command[0]} failed ({done.returncode}): {said}")
        return done.stdout if arguments != ["-V"] else done.stdout or done.stderr
