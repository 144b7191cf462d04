"""Solving on a real terminal: each save is graded, in our editor and beside it, and kept when the window closes."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from interview_cli.bank.reference_pages import packaged_pages
from interview_cli.domain.history.event import Event, EventKind
from interview_cli.store.events import open_log
from tests.fakes import FakeClock
from tests.packaged import used_home
from tests.pty.session import COMMAND, Session

pytestmark = pytest.mark.xdist_group("pty")

RIGHT = packaged_pages().as_answer("attention")
WRONG = RIGHT.replace(" / math.sqrt(q.shape[-1])", "")
READY = "? help"


def attempts(home: Path) -> list[Event]:
    with open_log(home / "reviews.db", FakeClock()) as log:
        return [event for event in log.events() if event.kind is EventKind.ATTEMPT]


def editor(folder: Path, *saves: str) -> str:
    """A command that saves these texts in turn, each when the one before has been graded, and ends."""
    script = folder / "editor.py"
    script.write_text(
        "import pathlib, sqlite3, sys, time\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "log = path.parents[1] / 'reviews.db'\n"
        "def graded():\n"
        "    return sqlite3.connect(log).execute(\"SELECT count(*) FROM event WHERE kind = 'attempt'\").fetchone()[0]\n"
        f"for text in {saves!r}:\n"
        "    before = graded()\n"
        "    path.write_text(text)\n"
        "    while graded() == before:\n"
        "        time.sleep(0.01)\n",
        encoding="utf-8",
    )
    return f"{sys.executable} {script}"


def test_each_save_in_the_editor_is_graded_and_the_last_one_shown(tmp_path: Path) -> None:
    home = used_home(tmp_path / "home")
    with Session(
        ["solve", "attention"], home, environment={"EDITOR": editor(tmp_path, WRONG, RIGHT)}, command=COMMAND
    ) as session:
        session.wait_for(READY)
        session.type("e")
        session.wait_for("2 saves were graded. This is the last one. PASS attention")
        session.type("r")
        session.wait_for("return attn @ v, attn")
        session.type("q")
        assert session.wait_for_end() == 0
    assert [event.mark and event.mark.value for event in attempts(home)] == ["wrong", "right"]


def test_a_save_from_elsewhere_is_graded_while_a_key_is_waited_for(tmp_path: Path) -> None:
    home = used_home(tmp_path / "home")
    with Session(["solve", "attention"], home) as session:
        session.wait_for(READY)
        session.type("h")
        session.wait_for("Hint: Write the shapes first.")
        (home / "solutions" / "attention.py").write_text(WRONG, encoding="utf-8")
        session.wait_for("no-scale: Your code doesn't divide the scores by √d.")
        session.kill()
    with Session(["solve", "attention"], home) as session:
        session.wait_for(
            "Continuing today's work: your code was graded once and hasn't passed yet. Hint: Write the shapes first."
        )
        session.type("\x03")
        assert session.wait_for_end() == 130
        assert session.text.endswith("Your file is saved. To continue: interview solve attention")


def test_a_problem_that_is_left_says_how_to_go_on_unless_it_has_passed(tmp_path: Path) -> None:
    home = used_home(tmp_path / "home")
    with Session(["solve", "attention"], home) as session:
        session.wait_for(READY)
        session.type("q")
        assert session.wait_for_end() == 0
        assert session.text.endswith("Your file is saved. To continue: interview solve attention")
    (home / "solutions" / "attention.py").write_text(RIGHT, encoding="utf-8")
    with Session(["solve", "attention"], home) as session:
        session.wait_for(READY)
        session.type("g")
        session.wait_for("PASS attention")
        session.wait_for("q to quit.")
        session.type("q")
        assert session.wait_for_end() == 0
        assert "To continue" not in session.text


def test_a_dumb_terminal_solves_by_lines(tmp_path: Path) -> None:
    home = used_home(tmp_path / "home")
    with Session(["solve", "attention"], home, environment={"TERM": "dumb"}) as session:
        session.wait_for("solve >")
        session.type("g\n")
        session.wait_for("is still empty")
        (home / "solutions" / "attention.py").write_text(RIGHT, encoding="utf-8")
        session.wait_for("PASS attention")
        session.wait_for("n for the next problem, ")
        session.wait_for("n next: ")
        session.type("n\n")
        session.wait_until(lambda: session.raw.count("Your file: ") == 1, "the next problem")
        assert "n next: " not in session.raw
        session.wait_for("solve >")
        session.type("q\n")
        assert session.wait_for_end() == 0


def test_a_watched_file_says_when_it_was_graded(tmp_path: Path) -> None:
    """Two verdicts may be the same: only the time tells that the second save was seen."""
    home, file = used_home(tmp_path / "home"), tmp_path / "a.py"
    file.write_text(RIGHT)
    with Session(["grade", "attention", str(file), "--watch"], home, command=COMMAND) as session:
        session.wait_for("Waiting for your next save.")
        [said] = [line for line in session.screen if "Waiting for" in line]
        assert re.match(r"Graded at \d\d:\d\d:\d\d\. Waiting", said)
        session.type("\x03")
        assert session.wait_for_end() == 130
