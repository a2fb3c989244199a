"""What ends a command that cannot do what it was asked."""

from __future__ import annotations

import click


class Refused(click.ClickException):
    """Wrong use, or a file that cannot be read or written: never mistaken for findings (1)."""

    exit_code = 2
