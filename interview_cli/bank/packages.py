"""Where a package that comes with the program lies on the disk, and its problems; imports the standard library only."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path


def problem_ids(references: Path) -> frozenset[str]:
    """The ids of the problems whose pages lie below a folder: a folder for each, in folders by topic."""
    return frozenset(
        problem.name.replace("_", "-")
        for topic in _folders(references)
        for problem in _folders(topic)
        if os.path.exists(f"{problem.path}/reference.py")  # noqa: PTH110 - a path for each costs a start two milliseconds
    )


def _folders(path: os.PathLike[str]) -> list[os.DirEntry[str]]:
    """The folders below one; none where it can't be read."""
    try:
        with os.scandir(path) as entries:
            return [entry for entry in entries if entry.is_dir()]
    except OSError:
        return []


def project_names(references: Path) -> frozenset[str]:
    """The names of the projects below a folder."""
    return frozenset(page.parents[1].name.replace("_", "-") for page in references.glob("projects/*/sound/train.py"))


def project_readmes(references: Path) -> dict[str, str]:
    """The README of each project below a folder, by the project's name."""
    found = sorted(references.glob("projects/*/sound/README.md"))
    return {page.parents[1].name.replace("_", "-"): page.read_text(encoding="utf-8") for page in found}


def package_folder(package: str) -> Path:
    """The folder of an installed package, found without importing it."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"{package} isn't installed next to interview_cli")
    return Path(spec.submodule_search_locations[0])
