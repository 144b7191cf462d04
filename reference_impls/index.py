"""Which problems have a module, found by file name. Standard library only: nothing is imported to answer."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


def module_path(problem_id: str) -> Path | None:
    """The module of a problem, `<topic>/<id with underscores>.py`; None if it has not landed."""
    found = sorted(FOLDER.glob(f"*/{problem_id.replace('-', '_')}.py"))
    return found[0] if found else None


def landed() -> frozenset[str]:
    """Ids of all problems that have a module."""
    return frozenset(path.stem.replace("_", "-") for path in FOLDER.glob("*/*.py") if path.stem != "__init__")


def load(problem_id: str) -> Any:
    """The module's `PROBLEM`. Raises: KeyError if the problem has not landed."""
    path = module_path(problem_id)
    if path is None:
        raise KeyError(problem_id)
    module = import_module(f"reference_impls.{path.parent.name}.{path.stem}")
    return module.PROBLEM
