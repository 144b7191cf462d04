"""Which projects there are, and their files. Standard library only: nothing is imported to answer."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

FOLDER = Path(__file__).parent


def names() -> tuple[str, ...]:
    """The names of all projects, `char-gpt`, in order."""
    return tuple(sorted(page.parent.parent.name.replace("_", "-") for page in FOLDER.glob("*/sound/train.py")))


def folder_of(name: str) -> Path:
    """The folder of a project. Raises: KeyError if there is none of this name."""
    folder = FOLDER / name.replace("-", "_")
    if name not in names():
        raise KeyError(name)
    return folder


def sources(name: str) -> Mapping[str, str]:
    """The sound files of a project, README.md among them, by file name."""
    files = sorted(path for path in (folder_of(name) / "sound").iterdir() if path.suffix in (".py", ".md"))
    return {path.name: path.read_text(encoding="utf-8") for path in files}
