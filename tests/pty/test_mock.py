"""A mock interview on a real terminal: a whole loop, the clock, collection at zero, and kill -9 wherever it hurts."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import sys
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pytest

from interview_cli.bank.load import packaged_bank
from interview_cli.bank.papers import example_papers, read_papers
from interview_cli.bank.reference_pages import packaged_pages
from interview_cli.bank.rounds import read_rounds
from interview_cli.domain.history.event import Event, EventKind, Mode
from interview_cli.domain.items.question import AnyItem, Code
from interview_cli.domain.items.shown import Shown, present
from interview_cli.domain.marking import expected_answer
from interview_cli.services.mock.record import open_mock
from interview_cli.services.mock.session import Mock
from interview_cli.services.mock.steps import Asked, Coding, Debrief, Marked, Means, Ready, Spoken, Step, Ticking
from interview_cli.store.events import open_log
from tests import commands
from tests.fakes import FakeClock, MemoryLog, SequentialIds
from tests.packaged import overlay, packaged, used_home
from tests.pty.session import COMMAND, Session

pytestmark = pytest.mark.xdist_group("pty")

ROUNDS = ("coding", "fundamentals", "research", "design", "papers")
BANK = packaged()
BLUEPRINTS = read_rounds([packaged_bank()])
PAGES = packaged_pages()
PAPERS = tuple(file.paper for file in read_papers(example_papers()) if file.paper is not None)

TINY = """
rounds:
- id: tiny
  title: Tiny
  about: A round for tests.
  minutes: {minutes}
  quick_minutes: {minutes}
  concepts: [s00-five-rounds]
  weights: {{correctness: 1, depth: 1, communication: 1, speed: 1}}
  habits: [I spoke]
  parts:
  - {{name: tiny, minutes: {minutes}, quick_minutes: {minutes}, {part}}}
"""
CONTRAST = "draw: items, count: 1, quick_count: 1, seconds: {}, pool: {{kinds: [recall], forms: [contrast]}}"
CODE = "draw: code, problems: algorithm"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    overlay()
    return used_home(tmp_path / "home")


def tiny(minutes: float, part: str) -> list[str]:
    """Arguments that hold a round of so many minutes."""
    bank = overlay()
    (bank / "rounds.yaml").write_text(TINY.format(minutes=minutes, part=part), encoding="utf-8")
    return ["--bank", str(bank), "mock", "--round", "tiny", "--seed", "1"]


def events(home: Path) -> list[Event]:
    with open_log(home / "reviews.db", FakeClock()) as log:
        return [event for event in log.events() if event.mode is Mode.MOCK]


def attempts(home: Path) -> list[Event]:
    return [event for event in events(home) if event.kind is EventKind.ATTEMPT]


def shown(item: AnyItem, seed: int) -> Shown:
    return present(item, seed, BANK.problems[item.id] if isinstance(item, Code) else None)


class Player:
    """Answers what the log says is before the user."""

    def __init__(self, session: Session, home: Path) -> None:
        self.session, self.home = session, home
        self._past: tuple[Sequence[Event], Step | None] = ([], None)

    def step(self) -> Step | None:
        """What is before the user, None between two cards or at the end; found anew where the log has grown."""
        written = events(self.home)
        if written != self._past[0]:
            self._past = written, self._step(written)
        return self._past[1]

    def _step(self, written: Sequence[Event]) -> Step | None:
        past = open_mock(written)
        if past is None:
            return None
        means = Means(
            BANK,
            MemoryLog(written),
            FakeClock(datetime.now().astimezone()),
            SequentialIds(),
            PAGES.landed(),
            shown,
            BLUEPRINTS,
            PAPERS,
        )
        return Mock.resume(means, past).current

    def answer(self, step: Step) -> None:
        """Answer well, and wait until the log has it."""
        match step:
            case Ready():
                self.session.type("\r")
            case Asked(task=Marked(about=about)):
                self.session.type((expected_answer(BANK.items[about.id], about.seed) or "") + "\r")
            case Asked(task=Spoken(word_budget=words)):
                self.session.type("word " * (words or 60) + "\x04")
            case Asked(task=Coding(about=about)):
                past = open_mock(events(self.home))
                assert past is not None
                file = self.home / "solutions" / "mock" / past.session[:8] / f"{about.id}.py"
                file.write_text(PAGES.as_answer(about.id), encoding="utf-8")
                self.session.type("d")
            case Ticking() | Debrief():
                self.tick()
        self.session.wait_until(lambda: self.step() != step, f"the end of {step}")

    def tick(self) -> None:
        self.session.type("a\r")

    def play(self) -> None:
        """To the last card. Until the first clock starts nothing is in the log."""
        self.session.wait_for("Enter starts the clock.")
        self.session.type("\r")
        self.session.wait_until(lambda: self.step() is not None, "the first task")
        while (step := self.step()) is not None:
            if isinstance(step, Ready):
                if step.number > 1:
                    self.session.wait_for("Press Enter for the next round")
                    self.session.type("\r")
                self.session.wait_for("Enter starts the clock.")
            else:
                self.session.wait_until(lambda: self.session.is_asking, "a prompt")
            self.answer(step)


def test_a_whole_quick_loop_from_start_to_scorecard(home: Path) -> None:
    with Session(["mock", "--loop", "--quick", "--seed", "4"], home, rows=200) as session:
        session.wait_for("round 1 of 5 · Coding · 9 min")
        Player(session, home).play()
        assert "STRONG HIRE" in session.wait_for("Press Enter to finish")
        session.type("\r")
        assert session.wait_for_end() == 0
    kept = [event for event in events(home) if event.kind is EventKind.ROUND]
    assert [event.item for event in kept] == list(ROUNDS)
    assert all(event.score is not None and event.score > 0.9 for event in kept)


@pytest.mark.parametrize("seconds", [8, pytest.param(60, marks=pytest.mark.exhaustive)])
def test_the_clock_is_right_to_a_second(home: Path, seconds: int) -> None:
    """Each second that is shown, against the time since the task was written into the log; then it is collected."""
    for attempt in range(3):
        before = time.time() - time.monotonic()
        seen, gone = watched_to_the_end(home / str(attempt), seconds)
        if abs(time.time() - time.monotonic() - before) < 0.2:  # else this machine's clock was set meanwhile
            break
    assert seconds <= gone < seconds + 1
    assert {shown for shown, _ in seen} >= set(range(1, seconds - 2))  # the first two may pass before one looks
    assert max(abs(shown - left) for shown, left in seen) <= 1


def watched_to_the_end(home: Path, seconds: int) -> tuple[list[tuple[int, float]], float]:
    """The seconds that were shown with those that were left, and after how many the task was collected."""
    seen = []
    with Session(tiny(1, CONTRAST.format(seconds)), home) as session:
        session.wait_for("Enter starts the clock.")
        session.type("\r")
        session.wait_for_prompt()
        session.type("so far")
        asked = next(event for event in events(home) if '"asked"' in event.answer)

        def is_collected() -> bool:
            gone = time.time() - asked.at.timestamp()
            clock = re.search(r"(\d):(\d\d) · round (\d):(\d\d)", session.keys)
            if clock is not None:
                seen.append((60 * int(clock[1]) + int(clock[2]), seconds - gone))
            return "Time is up. What you wrote counts." in session.text

        session.wait_until(is_collected, "the collection")
        gone = time.time() - asked.at.timestamp()
        session.wait_until(lambda: attempts(home) != [], "the attempt in the log")
    assert [attempt.answer for attempt in attempts(home)] == ["so far"]
    return seen, gone


@pytest.mark.parametrize("name", ROUNDS)
def test_a_killed_round_goes_on_with_the_same_task_and_what_was_typed(home: Path, name: str) -> None:
    with Session(["mock", "--round", name, "--quick", "--seed", "2"], home) as session:
        session.wait_for("Enter starts the clock.")
        session.type("\r")
        session.wait_for_prompt()
        session.type("12 and")
        session.wait_for("12 and")
        session.wait_until(lambda: any(home.rglob("notes/*.md")), "the draft")
        before = Player(session, home).step()
        session.kill()
    with Session(["mock", "--resume"], home) as session:
        session.wait_for("12 and")
        after = Player(session, home).step()
        assert isinstance(before, Asked) and isinstance(after, Asked)
        assert after.task == before.task
        assert attempts(home) == []


@pytest.mark.parametrize("late", [0.0, 0.005, 0.02, 0.1, 0.3])
def test_killed_at_the_moment_of_collection_nothing_is_lost_and_nothing_doubled(
    home: Path, tmp_path: Path, late: float
) -> None:
    """Two seconds for a task: kill -9 when they are over, and a little later; then the answer is there, once."""
    arguments = tiny(1, CONTRAST.format(2))
    with Session(arguments, home) as session:
        session.wait_for("Enter starts the clock.")
        session.type("\r")
        session.wait_for_prompt()
        session.type("half an")
        session.wait_until(lambda: "half an" in "".join(p.read_text() for p in home.rglob("notes/*.md")), "the draft")
        asked = next(event for event in events(home) if '"asked"' in event.answer)
        end = asked.at.timestamp() + 2 + late
        session.wait_until(lambda: time.time() >= end, "zero") if late < 0.05 else _wait(end)
        session.kill()
    with Session([*arguments[:2], "mock", "--resume"], home) as session:
        session.wait_for("Which of these did you say?")
        assert [attempt.answer for attempt in attempts(home)] == ["half an"]
        session.type("a\r")
        session.wait_for("What would a listener have noticed?")
        session.type("a\r")
        session.wait_for("Press Enter to finish")
        session.type("\r")
        assert session.wait_for_end() == 0
    (card,) = [json.loads(event.answer) for event in events(home) if event.kind is EventKind.ROUND]
    assert [(task["ended"], task["said"]) for task in card["outcomes"]] == [("collected", "half an")]


def _wait(end: float) -> None:
    """Until that time, asleep: others need the processor."""
    while (left := end - time.time()) > 0:
        time.sleep(left)


EDITOR = """
import pathlib, sys, time
pathlib.Path(sys.argv[1]).write_text({text!r})
time.sleep(600)
"""


def editor(folder: Path, text: str) -> str:
    """An editor that saves a text, and is then left open."""
    script = folder / "editor.py"
    script.write_text(EDITOR.format(text=text), encoding="utf-8")
    return f"{sys.executable} {script}"


def test_notes_are_collected_out_of_the_editor(home: Path, tmp_path: Path) -> None:
    environment = {"EDITOR": editor(tmp_path, "written in the editor\n")}
    with Session(tiny(1, CONTRAST.format(3)), home, environment=environment) as session:
        session.wait_for("Enter starts the clock.")
        session.type("\r")
        session.wait_for_prompt()
        session.type(":e\r")
        session.wait_for("Time is up. What you wrote counts.")
        session.wait_for("Which of these did you say?")
    assert [attempt.answer for attempt in attempts(home)] == ["written in the editor"]


VIM = shutil.which("vim")


@pytest.mark.skipif(VIM is None, reason="vim is not installed")
def test_what_vim_has_not_saved_is_collected_and_survives_kill_9(home: Path, tmp_path: Path) -> None:
    """Vim's swap file cannot be read by others: what is typed in it is saved as it is typed."""
    arguments = tiny(1, CONTRAST.format(30))
    with Session(arguments, home, environment={"EDITOR": "vim -N -u NONE -T ansi"}) as session:
        session.wait_for("Enter starts the clock.")
        session.type("\r")
        session.wait_for_prompt()
        session.type(":e\r")
        session.wait_for("~")
        session.type("i")
        session.wait_for("INSERT")
        session.type("never saved")
        session.wait_until(lambda: any("never saved" in p.read_text() for p in home.rglob("notes/*.md")), "the words")
        session.kill()
    with Session([*arguments[:2], "mock", "--resume"], home) as session:
        session.wait_for("never saved")


def test_code_is_collected_out_of_the_editor_and_graded(home: Path, tmp_path: Path) -> None:
    arguments = tiny(0.1, CODE)
    problem = _problem(home, arguments)
    environment = {"EDITOR": editor(tmp_path, PAGES.as_answer(problem))}
    with Session(arguments, home, environment=environment) as session:
        session.wait_for("Enter starts the clock.")
        session.type("\r")
        session.wait_for_prompt()
        session.type("e")
        session.wait_for(f"PASS {problem}")
    (attempt,) = [event for event in attempts(home) if event.answer]
    assert (attempt.item, attempt.mark and attempt.mark.value) == (problem, "right")


@pytest.mark.parametrize("late", [0.0, 0.5])
def test_code_that_was_being_graded_when_it_was_killed_is_graded_once_more(
    home: Path, tmp_path: Path, late: float
) -> None:
    arguments = tiny(0.05, CODE)
    problem = _problem(home, arguments)
    with Session(arguments, home) as session:
        session.wait_for("Enter starts the clock.")
        session.type("\r")
        session.wait_for("code >")
        next(home.rglob(f"{problem}.py")).write_text(PAGES.as_answer(problem), encoding="utf-8")
        asked = next(event for event in events(home) if '"asked"' in event.answer)
        _wait(asked.at.timestamp() + 3 + late)
        session.kill()
    with Session([*arguments[:2], "mock", "--resume"], home) as session:
        session.wait_for("What would a listener have noticed?")
        session.type("a\r")
        session.wait_for("Press Enter to finish")
    (card,) = [json.loads(event.answer) for event in events(home) if event.kind is EventKind.ROUND]
    assert [(task["task"], task["score"]) for task in card["outcomes"]] == [(problem, 1.0)]
    assert len([event for event in events(home) if event.kind is EventKind.REVIEW]) == 1


def test_a_closed_window_keeps_what_was_typed(home: Path) -> None:
    with Session(["mock", "--round", "research", "--quick"], home) as session:
        session.wait_for("Enter starts the clock.")
        session.type("\r")
        session.wait_for_prompt()
        session.type("my claim is")
        session.wait_for("my claim is")
        session.wait_until(lambda: any("my claim is" in p.read_text() for p in home.rglob("notes/*.md")), "the draft")
        session.close_terminal()
    with Session(["mock", "--resume"], home) as session:
        session.wait_for("my claim is")


def _problem(home: Path, arguments: list[str]) -> str:
    """The problem that the seed draws in a home without history."""
    other = used_home(home.with_name("other"))
    with Session(arguments, other) as session:
        session.wait_for("Enter starts the clock.")
        session.type("\r")
        session.wait_for_prompt()
    asked = next(event for event in events(other) if '"asked"' in event.answer)
    return str(json.loads(asked.answer)["task"]["id"])


def test_samples_are_shown_while_the_round_runs_and_the_full_grade_after_it(home: Path) -> None:
    with Session(["mock", "--round", "coding", "--quick", "--seed", "4"], home, rows=150) as session:
        session.wait_for("Enter starts the clock.")
        player = Player(session, home)
        session.type("\r")
        session.wait_until(lambda: player.step() is not None, "the first task")
        while not (isinstance(step := player.step(), Asked) and isinstance(step.task, Coding)):
            assert step is not None
            player.answer(step)
        problem = step.task.about.id
        session.wait_for("code >")
        file = next(home.rglob(f"{problem}.py"))
        file.write_text(PAGES.as_answer(problem), encoding="utf-8")
        session.type("g")
        running = session.wait_for("You'll see them at the end.")
        assert "PASS sample:" in running
        assert f"PASS {problem}" not in running
        session.type("d")
        session.wait_for("Submitted.")
        session.wait_for_prompt()
        session.type("\x03")
        session.wait_for("Leave?")
        session.type("e")
        session.wait_for(f"PASS {problem}")


def test_a_second_interrupt_leaves_the_round_and_says_how_to_go_on(home: Path) -> None:
    with Session(["mock", "--round", "research", "--quick"], home) as session:
        session.wait_for("Enter starts the clock.")
        session.type("\r")
        session.wait_for("Enter: said")
        session.type("\x03")
        session.wait_for("Leave?")
        session.type("\x03")
        left = session.wait_for("To continue: interview mock --resume")
        assert re.search(r"The clock keeps running: [0-9]:[0-9]{2} left[.]", left)


def test_ticks_made_before_ctrl_c_stand_in_the_list_when_it_comes_again(home: Path) -> None:
    with Session(["mock", "--round", "research", "--quick"], home) as session:
        session.wait_for("Enter starts the clock.")
        session.type("\r")
        session.wait_for("Enter: said")
        session.type("the claim and its condition\r")
        session.wait_for("Ctrl-D ends")
        session.type("\x04")
        session.wait_for("Which of these did you say?")
        session.type("1")
        session.wait_for("[x] 1.")
        for key in ("?", "\x03", "\r", "\x03"):
            session.type(key)
            session.wait_for("Leave?" if key == "\x03" else "[x] 1.")
        session.type("q")
        session.wait_for("To continue: interview mock --resume")
    with Session(["mock", "--resume"], home) as session:
        session.wait_for("[x] 1.")
        session.type("\r")


def test_a_long_answer_may_hold_empty_lines(home: Path) -> None:
    """Enter begins a new line once something is written, `:e` and the like in a line of its own are keys; Ctrl-D ends."""
    with Session(["mock", "--round", "research", "--quick"], home, environment={"EDITOR": "true"}) as session:
        session.wait_for("Enter starts the clock.")
        session.type("\r")
        session.wait_for("Enter: said")
        session.type("the claim\r\r\rand its condition\r")
        session.wait_for("Ctrl-D ends")
        session.type(":e\r")
        session.wait_until(lambda: session.text.count("and its condition") == 2, "the draft")
        session.type("\x04")
        session.wait_for("Which of these did you say?")
    assert [attempt.answer for attempt in attempts(home)] == ["the claim\n\n\nand its condition"]


@pytest.mark.parametrize("end", [".\r", "\r\r"])
def test_on_a_dumb_terminal_a_full_stop_or_two_empty_lines_end_a_text(home: Path, end: str) -> None:
    command = ["mock", "--round", "research", "--quick"]
    with Session(command, home, columns=60, environment={"TERM": "dumb"}) as session:
        session.wait_for("Enter starts the clock.")
        session.type("\r")
        session.wait_for("Press Enter when you have said it. To end notes, type . on a line of its own.")
        session.type(f"the claim\r\rand its condition\r{end}")
        session.wait_for("Which of these did you say?")
    assert [attempt.answer for attempt in attempts(home)] == ["the claim\n\nand its condition"]


def test_a_dumb_terminal_gives_up_the_unfinished_line_at_zero(home: Path, tmp_path: Path) -> None:
    arguments = tiny(1, CONTRAST.format(3))
    with Session(arguments, home, environment={"TERM": "dumb"}) as session:
        session.wait_for("Enter starts the clock.")
        session.type("\r")
        session.wait_for("answer >")
        session.type("a line\r")
        session.wait_until(lambda: session.text.endswith("answer >"), "the next line")
        session.type("and half of")
        session.wait_for("Time is up. What you wrote counts.")
        session.wait_for("Which of these did you say?")
        assert "\x1b" not in session.raw
    assert [attempt.answer for attempt in attempts(home)] == ["a line\nand half of"]


def test_left_and_gone_on_with_the_clock_has_run(home: Path) -> None:
    with Session(["mock", "--round", "research", "--quick"], home) as session:
        session.wait_for("Enter starts the clock.")
        session.type("\r")
        session.wait_for_prompt()
        session.type(":q\r")
        session.wait_for("Leave?")
        session.type("q")
        session.wait_for("To continue: interview mock --resume")
        assert session.wait_for_end() == 0
    with Session(["mock", "--resume"], home) as session:
        session.wait_for_prompt()
        begun = next(event for event in events(home) if '"round"' in event.answer and '"minutes"' in event.answer)
        clock = re.search(r"(\d):(\d\d) left", session.keys)
        assert clock is not None
        left = 9 * 60 - (time.time() - begun.at.timestamp())
        assert abs(60 * int(clock[1]) + int(clock[2]) - left) <= 2


def test_beginning_anew_does_not_close_what_was_cut_short_without_a_word(home: Path) -> None:
    with Session(["mock", "--round", "research", "--quick"], home) as session:
        session.wait_for("Enter starts the clock.")
        session.type("\r")
        session.wait_for("Enter: said")
        session.kill()
    with Session(["mock", "--round", "coding", "--quick"], home) as session:
        session.wait_for("You have an interrupted mock interview (research).")
        session.type("\r")
        session.wait_for("Enter: said")
        session.kill()
    with Session(["mock", "--round", "coding", "--quick"], home) as session:
        session.wait_for("q leave")
        session.type("q")
        assert session.wait_for_end() == 0
    with Session(["mock", "--round", "coding", "--quick"], home) as session:
        session.wait_for("n close it and start a new one")
        session.type("?")  # neither: it is asked again, and no clock starts
        session.wait_for("n close it and start a new one")
        session.type("n")
        session.wait_for("The interrupted mock interview is closed.")
        session.wait_for("Coding · 9 min")


def test_ctrl_z_leaves_for_the_shell_where_a_key_is_asked_and_the_clock_runs_on(home: Path) -> None:
    shell = ("bash", "--norc", "--noprofile", "-i")
    with Session([], home, command=shell, environment={"PS1": "shell: "}) as session:
        session.wait_for("shell:")
        session.type(f"{shlex.join(COMMAND)} mock --round research --quick\r")
        session.wait_for("Enter starts the clock.")
        session.type("\x1a")
        session.wait_for("Stopped")
        session.type("fg\r")
        session.wait_until(lambda: session.is_asking or "q leave" in session.text.rpartition("fg")[2], "the key")
        session.type("\r")
        session.wait_for("Enter: said")


def test_a_transcript_comes_from_the_users_command(home: Path, tmp_path: Path) -> None:
    script = tmp_path / "listen.py"
    script.write_text(
        "import signal, sys\nsignal.signal(signal.SIGINT, lambda *_: (print('words as heard'), sys.exit()))\nsignal.pause()\n"
    )
    home.mkdir(exist_ok=True)
    (home / "config.toml").write_text(f'[mock]\ntranscript = "{sys.executable} {script}"\n', encoding="utf-8")
    with Session(["mock", "--round", "research", "--quick"], home) as session:
        session.wait_for("Enter starts the clock.")
        session.type("\r")
        session.wait_for_prompt()
        session.type(":t\r")
        session.wait_for("Listening.")
        _wait(time.time() + 0.3)  # until the listener listens
        session.type("\r")
        session.wait_for("words as heard")
        session.type("\x04")
        session.wait_for("Which of these did you say?")
    assert [attempt.answer for attempt in attempts(home)] == ["words as heard"]


def test_what_was_missed_is_drilled_at_once(home: Path, tmp_path: Path) -> None:
    with Session(tiny(1, CONTRAST.format(30)), home) as session:
        session.wait_for("Enter starts the clock.")
        session.type("\r")
        session.wait_for_prompt()
        session.type(":s\r")
        session.wait_for("What would a listener have noticed?")
        session.type("\r")
        session.wait_for("d drill these now")
        session.type("d")
        session.wait_for("1 of 1")
        session.wait_for_prompt()
        session.type(":q\r")
        session.wait_for("end of the drill")
        session.wait_for("Press Enter to finish")
        session.type("\r")
        assert session.wait_for_end() == 0
    with open_log(home / "reviews.db", FakeClock()) as log:
        drilled = [event for event in log.events() if event.mode is Mode.DRILL]
    assert [json.loads(event.answer)["state"] for event in drilled] == ["start", "end"]


@pytest.mark.parametrize("name", ROUNDS)
def test_every_round_plays_in_a_pipe(home: Path, name: str) -> None:
    lines = "\n" + ":s\n" * 60 + "\n"
    environment = os.environ | {"INTERVIEW_HOME": str(home), "COLUMNS": "80"}
    done = commands.run(["mock", "--round", name, "--quick", "--seed", "3"], environment, typed=lines)
    assert done.code == 0
    assert "\x1b" not in done.out
    assert "the clock is stopped" in done.out
