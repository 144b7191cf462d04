"""Jupyter notebooks: the code of their cells, as one source. Standard library only."""

from __future__ import annotations

import json
from typing import Any

PYTHON_BELOW = frozenset({"time", "timeit", "capture", "prun", "python", "python3", "pypy"})
NOTE = "read from a notebook: lines are counted through its code cells, one empty line between two of them"


def is_notebook(text: str) -> bool:
    """Whether the text is a notebook's JSON."""
    return text.lstrip().startswith("{") and '"cells"' in text and '"cell_type"' in text


def code_in(text: str) -> str | None:
    """The code of the cells, in order; None for what is no notebook after all.

    A cell in another language (`%%bash`) is left empty; what a single line asks of the notebook is left to the reader.
    """
    try:
        notebook = json.loads(text)
        cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
        return "\n\n".join(code_of(cell["source"]) for cell in cells)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def fault_of(text: str) -> str:
    """Why a notebook has no code: where its JSON is broken, or what is not there."""
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        return f"the notebook is broken in line {error.lineno}: {error.msg}"
    except (ValueError, RecursionError):
        return "the notebook is not as Jupyter writes one"
    code = code_in(text)
    if code is None:
        return "the notebook is not as Jupyter writes one"
    has_cells = any(cell["cell_type"] == "code" for cell in json.loads(text)["cells"])
    return "there is no Python in the notebook's code cells" if has_cells else "the notebook has no code cells"


def without_outputs(text: str) -> str:
    """A notebook with the code of its cells alone; any other text as it is."""
    try:
        cells = [cell for cell in json.loads(text)["cells"] if cell["cell_type"] == "code"]
        kept = [{"cell_type": "code", "source": cell["source"]} for cell in cells]
    except (ValueError, KeyError, TypeError, RecursionError):
        return text
    return json.dumps({"cells": kept})


def code_of(source: Any) -> str:
    """The lines of one cell."""
    code = source if isinstance(source, str) else "".join(source)
    if not code.startswith("%%"):
        return code.rstrip("\n")
    first, _, rest = code.partition("\n")
    return f"\n{rest if is_over_python(first.split()) else ''}".rstrip("\n")


def is_over_python(words: list[str]) -> bool:
    """Whether what stands below a magic is Python: it is timed, written into a file of Python's, or run by another one."""
    magic = words[0].removeprefix("%%")
    return magic in PYTHON_BELOW or (magic in ("writefile", "file") and words[-1].endswith(".py"))
