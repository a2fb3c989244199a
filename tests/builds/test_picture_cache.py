"""Where drawn pictures are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from building import Project


def test_the_cache_of_pictures_is_not_published(project: Project) -> None:
    project.conf.pop("archdoc_cache_dir")
    project.write(
        {"a.rst": "A\n=\n\n.. c4-context:: X\n\n   system a\n   system b\n   a -> b : c\n"}
    )
    build = project.build()
    assert "arch-svg" in build.text("a.html")
    assert not list(build.out.rglob("*archdoc-cache*"))


@pytest.mark.parametrize(
    ("outs", "doctrees", "cache"),
    [
        (("build/html", "build/dirhtml"), "build/doctrees", "build/.archdoc-cache"),
        (("build/html", "build/dirhtml"), "", "build/.archdoc-cache"),
        (("public/v1", "public/v2"), "", "public/v1/.doctrees/archdoc-cache"),
    ],
)
def test_builders_share_the_cache_of_pictures(
    project: Project, outs: tuple[str, str], doctrees: str, cache: str
) -> None:
    project.conf.pop("archdoc_cache_dir")
    project.write(
        {"a.rst": "A\n=\n\n.. c4-context:: X\n\n   system a\n   system b\n   a -> b : c\n"}
    )
    trees = project.folder / (doctrees or f"{outs[0]}/.doctrees")
    project.build("html", out=outs[0], doctrees=trees)
    kept = {path.name for path in (project.folder / cache).rglob("*") if path.is_file()}
    assert kept
    trees = project.folder / (doctrees or f"{outs[1]}/.doctrees")
    project.build("dirhtml", out=outs[1], doctrees=trees)
    assert {path.name for path in (project.folder / cache).rglob("*") if path.is_file()} == kept
    found = {path for path in project.folder.rglob("*archdoc-cache") if path.is_dir()}
    shared = cache.startswith("build")
    assert found == {project.folder / cache, *([] if shared else [trees / "archdoc-cache"])}
