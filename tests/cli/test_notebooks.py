"""A notebook holds pictures, too: its code is read, however large they are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

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


@pytest.mark.parametrize("text", ["{}", "[" * 100_000, '{"cells": ' + "9" * 6000 + "}"])
def test_json_that_is_no_notebook_is_said_to_be_none(text: str, tmp_path: Path) -> None:
    """Not that its brackets nest too deeply for Python."""
    path = tmp_path / "a.ipynb"
    path.write_text(text)
    found = _read(str(path))
    assert isinstance(found, Unreadable)
    assert found.reason == "isn't a notebook as Jupyter writes one"
