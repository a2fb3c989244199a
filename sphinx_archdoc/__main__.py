"""``python -m sphinx_archdoc`` is the command ``archdoc``."""

from __future__ import annotations

from sphinx_archdoc.cli.main import main

if __name__ == "__main__":
    main(prog_name="python -m sphinx_archdoc")
