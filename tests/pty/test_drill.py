"""A drill on a real terminal: answered, killed, gone on with; every way out loses nothing; plain where it has to be."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from interview_cli.bank.reference_pages import packaged_pages
from interview_cli.domain.history.event import Event, EventKind, Mode
from interview_cli.domain.history.log_reading import effective, is_known
from interview_cli.domain.items.answer import Mark
from interview_cli.domain.items.question import FILED, MACHINE_MARKED, Bank
from interview_cli.domain.marking import expected_answer
from interview_cli.domain.memory.fsrs import Rating
from interview_cli.services.drill.session import SEEDS
from interview_cli.store.events import open_log
from tests import commands
from tests.commands import Ran
from tests.fakes import FakeClock, Happened
from tests.packaged import packaged, used_home
from tests.pty.session import Session

SEED = 11
TEN = ["drill", "--count", "10", "--seed", str(SEED)]
HEAD = re.compile(r"^([a-z0-9-]+)   (\w+) · ")
COLOUR = re.compile(r"\x1b\[[0-9;]*\b(3[0-8]|9[0-7]|4[0-8])\b[0-9;]*m")

pytestmark = pytest.mark.xdist_group("pty")


@pytest.fixture(scope="session")
def bank() -> Bank:
    return packaged()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return used_home(tmp_path / "home")


def events(home: Path, bank: Bank) -> list[Event]:
    with open_log(home / "reviews.db", FakeClock()) as log:
        return effective(log.events(), bank.items)


def reviews(home: Path, bank: Bank) -> list[Event]:
    return [event for event in events(home, bank) if event.kind is EventKind.REVIEW]


def states(home: Path, bank: Bank) -> list[str]:
    """How often a drill was started and ended."""
    held = [json.loads(e.answer)["state"] for e in events(home, bank) if e.kind is EventKind.SESSION]
    return [state for state in held if state != "ticked"]


class Player:
    """Someone who knows the answers: the seeds of a process follow from `--seed`, an item each."""

    def __init__(self, session: Session, bank: Bank) -> None:
        self.session, self.bank, self.rng = session, bank, Random(SEED)

    def item(self) -> tuple[str, str]:
        """Id and kind of the item that was shown last."""
        heads = [found for line in self.session.screen if (found := HEAD.match(line))]
        return heads[-1][1], heads[-1][2]

    def answer(self) -> str:
        """Answer the question that is asked rightly; returns the prompt for its rating."""
        name, kind = self.item()
        seed = self.rng.randrange(SEEDS)
        if kind in FILED:
            self.session.type("r")
        elif kind in MACHINE_MARKED:
            self.session.type((expected_answer(self.bank.items[name], seed) or "") + "\r")
        else:
            self.session.type("\r")
            assert self.session.wait_for_prompt().startswith("Which of these did you say?")
            self.session.type("a")
            self.session.wait_for("[x] 1.")
            self.session.type("\r")
        prompt = self.session.wait_for_prompt()
        assert prompt.startswith("Rate:"), prompt
        return prompt

    def rate(self) -> None:
        self.session.type("\r")

    def rest(self) -> None:
        """Answer and rate until the drill ends."""
        while "end of the drill" not in self.session.wait_until(self._asks_or_ends, "a prompt or the end"):
            if not self.session.prompt.startswith("Rate:"):
                self.answer()
            self.rate()

    def _asks_or_ends(self) -> bool:
        return "end of the drill" in self.session.text or self.session.is_asking


@pytest.fixture
def one_answered(home: Path, bank: Bank) -> Iterator[tuple[Session, Player]]:
    """A drill whose first question, of a kind without key points, is answered and waits for its rating."""
    with Session([*TEN, "--kind", "choice"], home) as session:
        session.wait_for_prompt()
        player = Player(session, bank)
        player.answer()
        yield session, player


def test_a_drill_killed_half_way_goes_on_with_what_was_recorded(home: Path, bank: Bank) -> None:
    """Ten mixed items; kill -9 after five ratings and a sixth answer: nothing is asked again, nothing is missing."""
    with Session(TEN, home) as session:
        player = Player(session, bank)
        for _ in range(5):
            session.wait_for_prompt()
            player.answer()
            player.rate()
        session.wait_for_prompt()
        player.answer()
        sixth, _ = player.item()
        session.kill()
    recorded = reviews(home, bank)
    assert len(recorded) == 5
    assert states(home, bank) == ["start"]

    with Session(["drill"], home) as session:
        player = Player(session, bank)
        assert "Continuing today's drill: 5 done, 5 to go." in session.wait_for("Rate:")
        assert player.item()[0] == sixth
        session.kill()
    with Session(TEN, home) as session:
        session.wait_for("Rate:")
        Player(session, bank).rest()
        assert session.wait_for_end() == 0
    after = reviews(home, bank)
    planned = json.loads(events(home, bank)[0].answer)["items"]
    assert after[:5] == recorded
    assert len({bank.items[item].kind for item in planned}) >= 4
    assert sorted({review.item for review in after}) == sorted(planned)
    assert [event.item for event in events(home, bank) if event.kind is EventKind.ATTEMPT].count(sixth) == 1
    assert states(home, bank) == ["start", "end"]


def test_ctrl_c_asks_and_a_second_one_quits_with_130(
    home: Path, bank: Bank, one_answered: tuple[Session, Player]
) -> None:
    session, _ = one_answered
    session.type("\x03")
    session.wait_for("Quit? Your answers are saved.")
    session.type("\r")
    assert session.wait_for_prompt().startswith("Rate:")
    session.type("\x03")
    session.wait_for("Quit?")
    session.type("\x03")
    assert session.wait_for_end() == 130
    assert "You gave 1 answer, 1 right (100 %)" in session.text
    assert len(reviews(home, bank)) == 1
    assert states(home, bank) == ["start", "end"]


def test_ctrl_c_while_an_answer_is_typed_asks_too(home: Path) -> None:
    with Session([*TEN, "--kind", "numeric"], home) as session:
        session.wait_for_prompt()
        session.type("12\x03")
        session.wait_for("Quit?")
        session.type("q")
        assert session.wait_for_end() == 0


def test_to_skip_the_last_question_says_that_the_drill_ends_and_what_was_not_answered(home: Path) -> None:
    with Session(["drill", "--count", "1", "--kind", "choice"], home) as session:
        session.wait_for_prompt()
        session.type(":s\r")
        assert session.wait_for_end() == 0
        said = "Skipped. No other question is left, so the drill ends."
        assert said in session.text
        assert "You answered nothing." in session.text
        assert "Not answered: 1. The next drill makes a new plan." in session.text


def test_ctrl_d_ends_the_drill(home: Path, bank: Bank, one_answered: tuple[Session, Player]) -> None:
    session, _ = one_answered
    session.type("\x04")
    assert session.wait_for_end() == 0
    assert "You gave 1 answer, 1 right (100 %)" in session.text
    assert states(home, bank) == ["start", "end"]


def test_a_closed_terminal_keeps_the_answer_for_the_next_drill(
    home: Path, bank: Bank, one_answered: tuple[Session, Player]
) -> None:
    one_answered[0].close_terminal()
    assert states(home, bank) == ["start"]
    with Session(["drill"], home) as session:
        session.wait_for("0 done, 10 to go")
        assert session.wait_for_prompt().startswith(("Rate:", "Which"))


def test_sigterm_leaves_by_the_front_door(home: Path, bank: Bank, one_answered: tuple[Session, Player]) -> None:
    session, _ = one_answered
    session.signal(signal.SIGTERM)
    assert session.wait_for_end() == 130
    assert states(home, bank) == ["start"]


def test_while_a_drill_is_open_no_mock_or_placement_begins(
    home: Path, bank: Bank, one_answered: tuple[Session, Player]
) -> None:
    """It is said which process has it, and the drill keeps its answer and its rating."""
    first, player = one_answered
    for arguments in (["drill", "--placement"], ["mock", "--round", "fundamentals", "--quick"]):
        with Session(arguments, home) as second:
            assert second.wait_for_end() == 4
            assert "interview: error: a drill (process " in second.text
    player.rate()
    first.wait_for("2 of 10")
    assert len(reviews(home, bank)) == 1
    assert states(home, bank) == ["start"]


def test_undo_flag_note_and_help(home: Path, bank: Bank, one_answered: tuple[Session, Player]) -> None:
    session, player = one_answered
    first, _ = player.item()
    session.type("?")
    shown = session.wait_for("Enter picks the one in brackets")
    assert "write a line to see with every answer" in shown
    assert "undo the last rating" not in shown
    session.wait_for_prompt()
    session.type("f")
    session.wait_for("What's wrong with it? >")
    session.type("a sign is wrong\r")
    session.wait_for("Flagged")
    session.wait_for_prompt()
    session.type("n")
    session.wait_for("Note >")
    session.type("draw it\r")
    session.wait_for("Saved. You'll see it with every answer to this item.")
    session.wait_for_prompt()
    player.rate()
    session.wait_for("2 of 10")
    session.wait_for_prompt()
    assert player.item()[0] != first
    session.type(":u\r")
    session.wait_for("Your note: draw it")
    assert player.item()[0] == first
    assert session.wait_for_prompt().startswith(("Rate:", "Which"))
    assert not reviews(home, bank)
    said = {event.kind: event.answer for event in events(home, bank)}
    assert said[EventKind.FLAG] == "a sign is wrong"
    assert said[EventKind.NOTE] == "draw it"


def test_an_unreadable_number_can_be_mended(home: Path, bank: Bank) -> None:
    with Session([*TEN, "--kind", "numeric"], home) as session:
        session.wait_for_prompt()
        session.type("many\r")
        session.wait_for("That doesn't count yet")
        session.wait_until(lambda: session.text.count("> many") == 2, "the answer to be mended")
        session.type(":n\r")
        session.wait_for("Note >")
        session.type("a hundred\r")
        session.wait_until(lambda: session.text.count("> many") == 3, "the answer, still to be mended")
        session.type(":q\x01\x0b:q\r")
        assert session.wait_for_end() == 0
    assert not [event for event in events(home, bank) if event.kind is EventKind.ATTEMPT]


def test_unreadable_letters_are_asked_again_from_an_empty_line(home: Path) -> None:
    with Session([*TEN, "--kind", "choice"], home) as session:
        session.wait_for_prompt()
        session.type("zz9\r")
        session.wait_for("That doesn't count yet")
        assert session.wait_for_prompt().endswith(" >")
        session.type("\r")
        session.wait_for("Type :r to see the answer")


def test_the_line_of_keys_says_what_ends_prose_and_which_points_there_are(home: Path, bank: Bank) -> None:
    with Session([*TEN, "--kind", "recall"], home) as session:
        session.wait_for_prompt()
        assert session.keys.startswith("Enter reveals")
        points = bank.items[Player(session, bank).item()[0]].key_points  # type: ignore[union-attr]
        session.type("\r")
        session.wait_for("Which of these did you say?")
        session.wait_for_prompt()
        assert session.keys.startswith(f"1-{len(points)} or space tick")
    assert "Enter reveals" in piped(home.with_name("other"), "", *TEN, "--kind", "recall").out


def test_prose_ends_with_two_enters_and_may_hold_several_lines(home: Path, bank: Bank) -> None:
    with Session([*TEN, "--kind", "recall"], home) as session:
        session.wait_for_prompt()
        session.type("first line\rsecond line\r\r")
        session.wait_for("Which of these did you say?")
        session.kill()
    (attempt,) = [event for event in events(home, bank) if event.kind is EventKind.ATTEMPT]
    assert attempt.answer == "first line\nsecond line"


def test_prose_is_shown_again_where_one_comes_back_to_it(home: Path) -> None:
    """After a kill, and after an undo; not right after it was typed, when it stands above."""
    arguments = [*TEN, "--kind", "recall"]
    with Session(arguments, home) as session:
        session.wait_for_prompt()
        session.type("my own words\r\r")
        assert "You said: my own words" not in session.wait_for("Which of these did you say?")
        session.kill()
    with Session(arguments, home) as session:
        assert "You said: my own words" in session.wait_for("Which of these did you say?")
        session.wait_for_prompt()
        session.type("a\r")
        session.wait_for("Rate:")
        session.wait_for_prompt()
        session.type("\r")
        session.wait_for("2 of 10")
        session.wait_for_prompt()
        session.type(":u\r")
        session.wait_for("You said: my own words")


def test_ticks_made_before_ctrl_c_stand_in_the_list_when_it_comes_again(home: Path) -> None:
    with Session([*TEN, "--kind", "recall"], home) as session:
        session.wait_for_prompt()
        session.type("\r")
        session.wait_for("Which of these did you say?")
        session.type("1")
        session.wait_for("[x] 1.")
        session.type("\x03")
        session.wait_for("Quit?")
        session.type("\r")
        session.wait_for("[x] 1.")


def test_ticks_are_there_after_a_kill_and_bound_the_rating(home: Path, bank: Bank) -> None:
    """Killed where the rating is asked."""
    arguments = [*TEN, "--kind", "recall"]
    with Session(arguments, home) as session:
        session.wait_for_prompt()
        item, _ = Player(session, bank).item()
        points = bank.items[item].key_points  # type: ignore[union-attr]
        session.type("\r")
        session.wait_for("Which of these did you say?")
        optional = next(index for index, point in enumerate(points, 1) if not point.essential)
        session.type(str(optional))
        session.wait_for(f"[x] {optional}.")
        session.type("\r")
        before = session.wait_for_prompt()
        assert before.startswith("Rate:")
        session.kill()
    with Session(arguments, home) as session:
        session.wait_for(f"[x] {optional}.")
        session.type("\r")
        assert session.wait_for_prompt() == before


@pytest.mark.parametrize("columns", [60, 140])
def test_no_key_is_left_out_of_a_narrow_window(home: Path, columns: int) -> None:
    with Session(TEN, home, columns=columns) as session:
        session.wait_for_prompt()
        for key in (":q quit", ":s skip", ":k I know this", ":b bury", ":f flag", ":n note", "? help"):
            assert key in session.keys
        assert max(map(len, session.screen)) <= min(columns, 100)


def test_the_lines_of_keys_follow_the_window(home: Path) -> None:
    with Session(TEN, home, columns=100) as session:
        session.wait_for_prompt()
        before = session.keys
        rows = len(session.screen)
        session.resize(50)
        session.wait_until(lambda: session.is_asking and session.keys == before, "the same keys")
        assert len(session.screen) > rows


def test_what_cannot_be_done_is_not_among_the_keys(home: Path, bank: Bank) -> None:
    """There is nothing to undo before the first rating."""
    with Session(TEN, home) as session:
        session.wait_for_prompt()
        assert ":u undo" not in session.keys
        player = Player(session, bank)
        player.answer()
        assert "u undo" not in session.keys
        player.rate()
        session.wait_for("2 of 10")
        session.wait_for_prompt()
        assert ":u undo" in session.keys


def test_ctrl_l_shows_the_question_again_with_what_was_typed(home: Path, bank: Bank) -> None:
    with Session([*TEN, "--kind", "numeric"], home) as session:
        session.wait_for_prompt()
        name, _ = Player(session, bank).item()
        session.type("12\x0c")
        session.wait_until(lambda: session.text.startswith("── 1 of 10") and "> 12" in session.text, "a fresh screen")
        assert name in session.text


def test_a_long_checklist_begins_with_its_first_point_and_scrolls(home: Path, bank: Bank) -> None:
    """Of a design's points few fit into 24 rows of 60 columns: the first is in view, and the last when one goes there."""
    with Session(["drill", "--count", "1", "--kind", "design", "--seed", "1"], home, columns=60, rows=24) as session:
        session.wait_for_prompt()
        name, _ = Player(session, bank).item()
        points = sum(len(phase.checklist) for phase in bank.items[name].phases)  # type: ignore[union-attr]
        session.type("\r")
        session.wait_for("Which of these did you say?")
        session.wait_for_prompt()
        assert "> [ ] " in re.sub(" +", " ", session.text) and " 1. " in session.text
        assert f" {points}. " not in session.text
        session.type(" \x1b[F")
        session.wait_for(f" {points}. ")
        session.type(" ")
        session.wait_for(f"2 of {points}")
        session.type("\r")
        session.wait_for("Rate:")
    (ticked,) = [event.answer for event in events(home, bank) if '"ticked"' in event.answer]
    assert json.loads(ticked)["ticked"] == [0, points - 1]


def test_no_color_means_none(home: Path, bank: Bank) -> None:
    with Session(TEN, home, environment={"NO_COLOR": "1"}) as session:
        session.wait_for_prompt()
        first = session.raw
        Player(session, bank).answer()
        assert not COLOUR.search(first + session.raw)


def test_a_dumb_terminal_gets_plain_lines(home: Path, bank: Bank) -> None:
    with Session([*TEN, "--kind", "numeric"], home, environment={"TERM": "dumb"}) as session:
        session.wait_until(lambda: session.text.endswith("number >"), "the prompt")
        assert "\x1b" not in session.raw
        session.type(":r\r")
        session.wait_for("Rate: 1 Again · today")
        session.type("\x03")
        session.wait_for("Quit?")
        session.type("\x03")
        assert session.wait_for_end() == 130
        assert "\x1b" not in session.raw
    assert len(reviews(home, bank)) == 1


EDITOR = """
import shutil, sys
from pathlib import Path
file = Path(sys.argv[1])
shutil.copy(Path(__file__).parent / file.name, file)
"""


def solution(problem: str) -> str:
    """The reference's page."""
    return packaged_pages().as_answer(problem)


def test_a_paste_keeps_its_margins_where_the_terminal_types_it(home: Path, bank: Bank) -> None:
    """Without bracketed paste a line's margin must not be added to that of the next one."""
    with Session(["drill", "--count", "1", "--kind", "code"], home) as session:
        session.wait_for_prompt()
        name, _ = Player(session, bank).item()
        session.type("p")
        session.wait_for("Ctrl-D ends the paste")
        session.type("def f(x):\r    y = x\r    return y\r\x04")
        session.wait_for("Grading")
        session.wait_for_prompt()
    graded = next(event for event in events(home, bank) if event.kind is EventKind.ATTEMPT and event.item == name)
    assert json.loads(graded.answer)["source"] == "def f(x):\n    y = x\n    return y\n"


def test_a_paste_that_fails_is_kept_to_be_mended(home: Path, bank: Bank) -> None:
    """It becomes the file, and so does the next paste; work of one's own in the file is left alone."""
    with Session(["drill", "--count", "1", "--kind", "code"], home) as session:
        session.wait_for_prompt()
        file = home / "solutions" / f"{Player(session, bank).item()[0]}.py"

        def paste(body: str) -> str:
            session.type("p")
            session.wait_for("Ctrl-D ends the paste")
            session.type(f"{body}\r\x04")
            session.wait_for("Grading")
            session.wait_for_prompt()
            return file.read_text()

        assert paste("x = 1") == "x = 1\n"
        assert paste("x = 2") == "x = 2\n"
        file.write_text("y = 3\n")
        assert paste("x = 4") == "y = 3\n"


def test_a_solution_is_edited_graded_and_rated(home: Path, bank: Bank, tmp_path: Path) -> None:
    """Nothing is in the file at first; what the editor leaves passes, is rated, and stays."""
    for problem in packaged_pages().landed():
        (tmp_path / f"{problem}.py").write_text(solution(problem))
    (tmp_path / "editor").write_text(EDITOR)
    editor = f"{sys.executable} {tmp_path / 'editor'}"
    with Session(["drill", "--count", "1", "--kind", "code"], home, environment={"EDITOR": editor}) as session:
        session.wait_for_prompt()
        name, _ = Player(session, bank).item()
        session.type("g")
        session.wait_for("is still empty")
        session.wait_for_prompt()
        session.type("e")
        session.wait_for("Press g to grade it.")
        session.wait_for_prompt()
        session.type("g")
        session.wait_for(f"PASS {name}")
        assert session.wait_for_prompt().startswith("Rate: 2 Hard · ")
        session.type("\r")
        assert session.wait_for_end() == 0
    assert (home / "solutions" / f"{name}.py").read_text() == solution(name)
    assert [(review.item, review.rating) for review in reviews(home, bank)] == [(name, 4)]


def piped(home: Path, lines: str, *arguments: str) -> Ran:
    return commands.run(arguments, os.environ | {"INTERVIEW_HOME": str(home), "COLUMNS": "60"}, typed=lines)


def test_piped_input_is_one_line_a_prompt_and_its_end_ends_the_drill(home: Path, bank: Bank) -> None:
    done = piped(home, ":r\n3\n:r\n1\n", *TEN, "--kind", "numeric")
    assert (done.code, done.err) == (0, "")
    assert "\x1b" not in done.out
    assert "You can't rate this answer Good. It's rated Again." in done.out
    assert "You gave 2 answers, 0 right (0 %)" in done.out
    assert [review.rating for review in reviews(home, bank)] == [1, 1]
    assert states(home, bank) == ["start", "end"]


def test_another_drill_closes_the_one_that_was_cut_short(home: Path, bank: Bank) -> None:
    with Session(TEN, home) as session:
        session.wait_for_prompt()
        session.kill()
    done = piped(home, "", "drill", "--count", "3", "--section", "transformers")
    assert "The interrupted drill is closed" in done.out
    assert "1 of 3" in done.out
    assert states(home, bank) == ["start", "end", "start", "end"]


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["--section", "nowhere"], 2, "nowhere"),
        (["--kind", "poem"], 2, "no kind 'poem'"),
        (["--section", "framing", "--kind", "code"], 2, "no items match these sections and kinds"),
    ],
)
def test_what_cannot_be_asked_for_is_said(home: Path, arguments: list[str], code: int, message: str) -> None:
    done = piped(home, "", "drill", *arguments)
    assert (done.code, done.out) == (code, "")
    assert message in done.err


HEAVY = """
import sys
from interview_cli.cli.main import run
try:
    run()
except SystemExit:
    pass
print("HEAVY", sorted({"torch", "numpy", "sympy", "scipy"} & set(sys.modules)))
"""


def test_no_drill_imports_what_grading_needs(home: Path) -> None:
    """Neither front end imports torch, numpy or sympy, whatever is asked."""
    with Session(TEN, home, command=(sys.executable, "-c", HEAVY)) as session:
        session.wait_for_prompt()
        session.type("\x04")
        session.wait_for("HEAVY []")
    plain = subprocess.run(
        [sys.executable, "-c", HEAVY, *TEN],
        input=":r\n1\n" * 5,
        text=True,
        capture_output=True,
        env=os.environ | {"INTERVIEW_HOME": str(home)},
        check=False,
        timeout=120,
    )
    assert plain.stdout.endswith("HEAVY []\n")


def test_a_command_below_a_written_answer_acts_and_the_answer_stays(home: Path, bank: Bank) -> None:
    """The keys are shown while one writes, so they work on a line of their own; to reveal hands in what is written."""
    with Session([*TEN, "--kind", "recall"], home) as session:
        session.wait_for("answer > ")
        session.type("first line\r:f wrong year\r")
        session.wait_for("Flagged.")
        session.type("?\r")
        session.wait_for("don't ask again before tomorrow")
        session.wait_for("answer > first line")
        session.type(":r\r")
        session.wait_for("Which of these did you say?")
        session.type("q")
        session.wait_for_end()
    [attempt] = [event for event in events(home, bank) if event.kind is EventKind.ATTEMPT]
    [flag] = [event for event in events(home, bank) if event.kind is EventKind.FLAG]
    assert (attempt.answer, flag.answer) == ("first line", "wrong year")


BESIDE = """
import sys
from interview_cli.cli.main import run
try:
    run()
except SystemExit:
    pass
unneeded = ("interview_cli.services.mock", "interview_cli.domain.rounds", "interview_cli.domain.plantings")
print("BESIDE", sorted(name for name in sys.modules if name.startswith(unneeded)))
"""


def test_a_drill_of_questions_starts_without_the_rounds_and_the_bugs_to_find(home: Path) -> None:
    """They take a fifteenth of the time to the first question."""
    done = subprocess.run(
        [sys.executable, "-c", BESIDE, "drill", "--kind", "choice", "--count", "1"],
        input="",
        text=True,
        capture_output=True,
        env=os.environ | {"INTERVIEW_HOME": str(home)},
        check=False,
        timeout=120,
    )
    assert done.stdout.endswith("BESIDE []\n")


def test_before_the_first_answer_a_placement_is_offered_and_enter_goes_on_to_the_drill(home: Path, bank: Bank) -> None:
    with Session(["drill"], home) as session:
        session.wait_for("When is your interview?")
        session.type(f"{date.today() + timedelta(days=30)}\r")
        session.wait_for("Type one, or press Enter")
        session.type("video\r")
        session.wait_for("Saved. To see or change it: interview plan")
        assert "Take a 10-minute placement test first?" in session.wait_for_prompt()
        session.type("\r")
        assert "Your first drill." in session.wait_for("1 of ")
        session.wait_for_prompt()
        session.type("\x04")
        assert session.wait_for_end() == 0
    with Session(["drill", "--count", "2"], home) as session:
        assert not session.wait_for_prompt().startswith("Take a 10-minute")


def test_who_graded_before_the_first_drill_is_asked_for_the_day_once(home: Path) -> None:
    """Answers of other commands are no drill; the placement is for those who answered nothing."""
    happened = Happened(FakeClock())
    happened.review("attention", Rating.GOOD, mode=Mode.GRADE)
    with open_log(home / "reviews.db", FakeClock()) as log:
        log.append(*happened.events)
    for _ in range(2):
        with Session(["drill"], home) as session:
            session.wait_for("When is your interview?")
            session.type("\r")
            session.wait_for("1 of ")
            session.wait_for_prompt()
            session.type("\x04")
            assert session.wait_for_end() == 0
    happened.review("q07-kv-bytes", Rating.GOOD)
    with open_log(home / "reviews.db", FakeClock()) as log:
        log.append(happened.events[-1])
    with Session(["drill"], home) as session:
        session.wait_for_prompt()
        assert "When is your interview?" not in session.text


def test_a_placement_killed_half_way_goes_on_and_leads_into_a_drill(home: Path, bank: Bank) -> None:
    """Every answer is in the log with its rating; at its end stands where to start."""
    with Session(["drill", "--seed", str(SEED)], home) as session:
        session.wait_for("When is your interview?")
        session.type("\r")
        session.wait_for_prompt()
        session.type("p")
        session.wait_for("placement · 1 · ")
        player = Player(session, bank)
        for number in (2, 3):
            session.wait_for_prompt()
            name, _ = player.item()
            session.type((expected_answer(bank.items[name], player.rng.randrange(SEEDS)) or "") + "\r")
            session.wait_for(f"placement · {number} · ")
        session.wait_for_prompt()
        session.kill()
    asked = [review for review in reviews(home, bank) if not is_known(review)]
    assert [(review.mark, review.rating) for review in asked] == [(Mark.RIGHT, 3)] * 2
    with Session(["drill"], home) as session:
        assert "Continuing the placement test: 2 answered." in session.wait_for("placement · 3 · ")
        session.wait_for_prompt()
        session.type(":r\r")
        session.wait_for("placement · 4 · ")
        session.wait_for_prompt()
        session.type(":q\r")
        found = session.wait_for("Drill now? >")
        assert "where to start" in found and "Solid: " in found and "Start with: " in found
        session.type("\r")
        session.wait_for("1 of ")
        session.wait_for_prompt()
        session.type("\x04")
        assert session.wait_for_end() == 0
    after = [review for review in reviews(home, bank) if not is_known(review)]
    assert after[:2] == asked and [review.rating for review in after] == [3, 3, 1]


def test_a_piped_placement_takes_one_line_a_prompt(home: Path, bank: Bank) -> None:
    done = piped(home, ":r\n:r\n:q\nq\n", "drill", "--placement", "--minutes", "5")
    assert (done.code, done.err) == (0, "")
    assert "\x1b" not in done.out and max(map(len, done.out.splitlines())) <= 60
    assert "Start with: " in done.out and "end of the drill" not in done.out
    assert [review.rating for review in reviews(home, bank)] == [1, 1]
    assert states(home, bank) == ["start", "end"]
    assert "where to start" in piped(home, ":r\n", "drill", "--placement").out
    refused = piped(home, "", "drill", "--placement", "--count", "3")
    assert (refused.code, refused.out) == (2, "")
    assert "hint: use it with --minutes, --section and --seed only" in refused.err


def test_the_first_drill_of_a_day_ends_with_what_will_be_known_on_the_day(home: Path, bank: Bank) -> None:
    """And with what tomorrow holds. That forecast is kept; a second drill says no more of it, nor does a pipe."""
    planned = ["plan", "--date", (date.today() + timedelta(days=3)).isoformat(), "--json"]
    assert piped(home, "", *planned).code == 0
    assert "On the day of" not in piped(home, "", *TEN).out
    for is_first in (True, False):
        with Session(TEN, home) as session:
            session.wait_for_prompt()
            session.type("\x04")
            assert session.wait_for_end() == 0
            shown = session.text
        kept = [event for event in events(home, bank) if event.item.startswith("forecast:interview:")]
        assert ("On the day of the interview: " in shown, len(kept)) == (is_first, 1)
        assert ("Tomorrow: " in shown) == is_first


def test_a_placement_on_a_dumb_terminal_is_plain_lines(home: Path, bank: Bank) -> None:
    with Session(["drill"], home, environment={"TERM": "dumb"}) as session:
        session.wait_for("When is your interview?")
        session.type("\r")
        session.wait_for("Enter = start drilling) >")
        session.type("p\r")
        session.wait_for("placement · 1 · ")
        session.type(":r\r")
        session.wait_for("placement · 2 · ")
        session.type("\x03")
        session.wait_for("Drill now? >")
        session.type("q\r")
        assert session.wait_for_end() == 0
        assert "\x1b" not in session.raw
    assert [review.rating for review in reviews(home, bank)] == [1]
    assert states(home, bank) == ["start", "end"]
