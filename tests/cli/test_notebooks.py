"""A notebook holds pictures, too: its code is read, however large they are."""

from __future__ import annotations

import json
from pathlib import Path

from interview_cli.cli.grade_command import Unreadable, _read
from interview_cli.grading.host.client import MAX_SOURCE

CELL = {
    "cell_type": "code",
    "source": ["def softmax(x):\n", "    return x"],
    "outputs": [{"data": "x" * (2 * MAX_SOURCE)}],
}


def test_the_code_of_a_large_notebook_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.ipynb"
    path.write_text(json.dumps({"cells": [CELL, {"cell_type": "markdown", "source": "Text."}]}))
    text = _read(str(path))
    assert isinstance(text, str)
    assert json.loads(text) == {"cells": [{"cell_type": "code", "source": CELL["source"]}]}


def test_another_file_of_that_size_is_not(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text("x" * (2 * MAX_SOURCE))
    assert isinstance(_read(str(path)), Unreadable)
