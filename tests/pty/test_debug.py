"""Debugging on a real terminal: each save is counted, hints come in steps, and a killed exercise goes on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from interview_cli.domain.history.event import EventKind
from interview_cli.domain.history.log_reading import held_json
from interview_cli.domain.plantings.planting import Planting
from interview_cli.store.events import open_log
from tests.fakes import FakeClock
from tests.packaged import used_home
from tests.pty.session import Session

pytestmark = pytest.mark.xdist_group("pty")

READY = "? help"
COMMAND = ["debug", "attention", "--seed", "4", "--bugs", "2"]


def planting(home: Path) -> Planting:
    """What the log says was planted."""
    with open_log(home / "reviews.db", FakeClock()) as log:
        states = [held_json(event) for event in log.events() if event.kind is EventKind.SESSION]
    return Planting.of_json(states[0]["planting"])


def repaired(planting: Planting, *names: str) -> str:
    """The code with these mistakes repaired."""
    source = planting.source
    for mistake in planting.mistakes:
        if mistake.name in names:
            for wrong, right in zip(mistake.wrong.splitlines(), mistake.right.splitlines(), strict=True):
                assert source.count(wrong) == 1
                source = source.replace(wrong, right)
    return source


def test_saves_are_counted_and_the_mistakes_told_in_the_end(tmp_path: Path) -> None:
    home = used_home(tmp_path / "home")
    file = home / "solutions" / "debug" / "attention-4" / "attention.py"
    with Session(COMMAND, home) as session:
        session.wait_for("The code runs, but it has 2 mistakes.")
        session.wait_for(READY)
        first, second = planting(home).mistakes
        session.type("h")
        session.wait_for("One of the mistakes, alone, fails")
        file.write_text(repaired(planting(home), second.name), encoding="utf-8")
        session.wait_for("Grading ...")
        session.wait_for("1 of 2 fixed.")
        session.kill()
    with Session(["debug"], home) as session:
        session.wait_for("Continuing: 1 of 2 fixed.")
        session.wait_for("One of the mistakes, alone, fails")
        session.wait_for(READY)
        file.write_text("def attention(q, k, v, mask=None)\n    return q", encoding="utf-8")
        session.wait_for("This save can't be counted. Still 1 of 2 fixed.")
        file.write_text(repaired(planting(home), first.name, second.name), encoding="utf-8")
        session.wait_for("2 of 2 fixed. All")
        session.wait_for(f"1. line {first.line}: {first.kind} (fixed)")
        session.wait_for("To find it:")
        session.wait_for("1 hint.")
        assert session.wait_for_end() == 0


@pytest.mark.parametrize(("key", "code"), [("q", 0), ("\x03", 130)])
def test_an_exercise_that_is_left_says_how_to_go_on(tmp_path: Path, key: str, code: int) -> None:
    home = used_home(tmp_path / "home")
    with Session(["debug", "attention", "--seed", "4", "--bugs", "1"], home) as session:
        session.wait_for("The code runs, but it has 1 mistake. Fix it and save")
        session.wait_for(READY)
        session.type(key)
        assert session.wait_for_end() == code
        assert session.text.endswith("Your file is saved. To continue: interview debug attention")


def test_giving_up_tells_the_mistakes_and_a_dumb_terminal_works(tmp_path: Path) -> None:
    home = used_home(tmp_path / "home")
    with Session(COMMAND, home, environment={"TERM": "dumb"}) as session:
        session.wait_for("debug >")
        session.type("g\n")
        session.wait_for("0 of 2 fixed.")
        session.type("r\n")
        session.wait_for("(not fixed)")
        session.wait_for("0 of 2 fixed. 0:")
        assert session.wait_for_end() == 0


def test_one_line_of_json_grades_the_file_as_it_stands(tmp_path: Path) -> None:
    home = used_home(tmp_path / "home")
    with Session([*COMMAND, "--json"], home) as session:
        session.wait_for('"fixed": 0')
        assert session.wait_for_end() == 1
    file = home / "solutions" / "debug" / "attention-4" / "attention.py"
    found = planting(home)
    file.write_text(repaired(found, *found.names), encoding="utf-8")
    with Session([*COMMAND, "--json"], home) as session:
        session.wait_for('"fixed": 2')
        assert session.wait_for_end() == 0
    assert json.dumps(found.as_json())


def test_a_debugging_round_counts_repairs_and_tells_the_mistakes_when_the_clock_has_stopped(tmp_path: Path) -> None:
    home = used_home(tmp_path / "home")
    with Session(["mock", "--round", "debugging", "--seed", "3"], home) as session:
        session.wait_for("Enter starts the clock.")
        session.type("\r")
        session.wait_for("code >")
        (file,) = home.rglob("q*.py")
        session.type("h")
        session.wait_for("One of the mistakes, alone, fails")
        file.write_text(file.read_text(encoding="utf-8") + "\n# nothing changed\n", encoding="utf-8")
        session.type("g")
        session.wait_for("0 of 3 fixed.")
        session.type("d")
        session.wait_for("Submitted.")
        session.wait_for("code >")
        session.type("d")
        session.wait_for("Press d again to submit nothing.")
        session.type("d")
        session.wait_for("To find it:")
        session.wait_for("What would a listener have noticed?")


def test_a_drill_asks_planted_code_and_tells_its_mistakes_before_the_rating(tmp_path: Path) -> None:
    home = used_home(tmp_path / "home")
    with Session(["drill", "--kind", "debug", "--count", "1"], home) as session:
        session.wait_for("it has three mistakes")
        session.wait_for("Your file:")
        session.wait_for(READY)
        session.type("h")
        session.wait_for("One of the mistakes, alone, fails")
        (file,) = home.glob("solutions/q*.py")
        file.write_text(file.read_text(encoding="utf-8") + "\n# nothing changed\n", encoding="utf-8")
        session.type("g")
        session.wait_for("0 of 3 fixed.")
        session.type("r")
        session.wait_for("(not fixed)")
        session.wait_for("Rate: 1 Again")
