"""`debug` from a script: one line of JSON for the file as it stands, and files that cannot be run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.cli.conftest import Run

COMMAND = ("debug", "attention", "--seed", "4", "--bugs", "2", "--json")


def graded(run: Run) -> tuple[int, dict[str, Any]]:
    ran = run(*COMMAND)
    (line,) = ran.out.splitlines()
    return ran.code, json.loads(line)


def test_the_line_is_that_of_grade_with_what_was_planted_and_fixed(run: Run, home: Path) -> None:
    code, line = graded(run)
    assert code == 1
    assert list(line)[:4] == ["schema", "problem", "file", "verdict"] and list(line)[-2:] == ["planted", "fixed"]
    assert (line["planted"], line["fixed"], line["verdict"], line["diagnosis"]) == (2, 0, "fail", [])
    assert line["file"] == str(home / "solutions" / "debug" / "attention-4" / "attention.py")
    assert line["reproduce"] == "interview debug attention --bugs 2 --seed 4 --json"


def test_files_that_cannot_be_run_lose_nothing_and_never_pass(run: Run, home: Path) -> None:
    _, line = graded(run)
    file = Path(line["file"])
    given = file.read_text(encoding="utf-8")
    for text, said in (
        ("", "the file is empty"),
        ("def other():\n    return 1\n", "attention"),
        ("def attention(q, k, v, mask=None)\n    return q\n", "line 1"),
    ):
        file.write_text(text, encoding="utf-8")
        code, line = graded(run)
        assert (code, line["verdict"], line["fixed"]) == (1, "invalid", 0)
        assert said in line["message"]
        assert file.read_text(encoding="utf-8") == text
    file.unlink()
    code, line = graded(run)
    assert (code, line["verdict"], line["fixed"]) == (1, "fail", 0)
    assert file.read_text(encoding="utf-8") == given


def test_what_cannot_be_planted_is_a_usage_error_with_an_empty_stdout(run: Run) -> None:
    for arguments, said in (
        (("debug", "atention"), "did you mean attention"),
        (("debug", "attention", "--bugs", "9"), "give a whole number from 1 to 5"),
        (
            ("debug", "cfg-score", "--bugs", "5", "--seed", "1"),
            "cfg-score can't hold 5 mistakes at once: it takes at most",
        ),
        (("debug", "sample-next-token", "--seed", "1"), "no mistake can be planted in sample-next-token"),
    ):
        ran = run(*arguments)
        assert (ran.code, ran.out) == (2, "")
        assert said in ran.err
