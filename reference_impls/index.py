"""Which problems have a folder, found by name. Standard library only: nothing is imported to answer."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


def folder_of(problem_id: str) -> Path | None:
    """The folder of a problem, `<topic>/<id with underscores>`; None if it has not landed."""
    page = next(FOLDER.glob(f"*/{problem_id.replace('-', '_')}/reference.py"), None)
    return page and page.parent


def landed() -> frozenset[str]:
    """Ids of all problems that have a folder."""
    return frozenset(page.parent.name.replace("_", "-") for page in FOLDER.glob("*/*/reference.py"))


def load(problem_id: str) -> Any:
    """The `PROBLEM` in `judging.py`. Raises: KeyError if the problem has not landed."""
    folder = folder_of(problem_id)
    if folder is None:
        raise KeyError(problem_id)
    return import_module(f"reference_impls.{folder.parent.name}.{folder.name}.judging").PROBLEM
