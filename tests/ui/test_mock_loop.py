"""What a terminal makes of a mock interview where a clock or a command misbehaves: scripted keys, a clock that stands."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from interview_cli.bank.load import packaged_bank
from interview_cli.bank.papers import example_papers, read_papers
from interview_cli.bank.reference_pages import packaged_pages
from interview_cli.bank.rounds import read_rounds
from interview_cli.domain.errors import LogError, UnavailableError
from interview_cli.domain.history.event import Event, EventKind
from interview_cli.domain.items.question import AnyItem, Code, KeyPoint
from interview_cli.domain.items.shown import Shown, present
from interview_cli.domain.items.verdict import Outcome, Verdict
from interview_cli.domain.plantings.planting import Planting, Standing
from interview_cli.domain.rounds.blueprint import Pace
from interview_cli.services.mock.record import open_mock
from interview_cli.services.mock.session import Mock
from interview_cli.services.mock.steps import Means, Request
from interview_cli.ui.asking.lines import EndOfInput, Interrupts, Ticks, nothing_above, read_ticks
from interview_cli.ui.asking.timed import Countdown, Shape, TimeUp, ToEditor, Typed
from interview_cli.ui.code.code_desk import CodeDesk
from interview_cli.ui.mock.loop import MockLoop
from interview_cli.ui.mock.notes import Notes
from interview_cli.ui.terminal import Terminal
from tests.domain.test_plantings import SCALE
from tests.fakes import FakeClock, MemoryLog, SequentialIds
from tests.packaged import packaged

BANK = packaged()
PAGES = packaged_pages()
PAPERS = tuple(file.paper for file in read_papers(example_papers()) if file.paper is not None)


class Tty(io.StringIO):
    def isatty(self) -> bool:
        return True


class Script:
    """Types what it is given, one for each prompt; a number lets so many seconds pass first."""

    def __init__(self, clock: FakeClock, keys: Sequence[str | float]) -> None:
        self.clock, self.keys = clock, list(keys)
        self.drafts: list[str] = []
        self.redraw: Callable[[], None] = nothing_above

    def _next(self) -> str:
        while self.keys and isinstance(self.keys[0], float):
            self.clock.advance(seconds=float(self.keys.pop(0)))
        if not self.keys:
            raise EndOfInput
        return str(self.keys.pop(0))

    def answer(
        self,
        prompt: str,
        keys: Sequence[str],
        countdown: Countdown,
        draft: str,
        save: Callable[[str], None],
        shape: Shape,
    ) -> Typed | TimeUp | ToEditor:
        self.drafts.append(draft)
        return Typed(self._next())

    def paste(self, countdown: Countdown) -> Typed | TimeUp:
        return Typed(self._next())

    def key(self, prompt: str, keys: Sequence[str], countdown: Countdown) -> str | TimeUp:
        return self._next()

    def ticks(
        self,
        title: str,
        keys: Sequence[str],
        points: Sequence[KeyPoint],
        countdown: Countdown,
        ticked: frozenset[int],
        save: Callable[[frozenset[int]], None],
    ) -> Ticks:
        return read_ticks(self._next(), len(points), ticked)


class NoGrader:
    """A grader on a machine that lacks something."""

    def warm(self) -> None:
        return None

    def grade(self, problem: str, source: str, *, file: str, seed: int) -> Verdict:
        raise UnavailableError("torch is not there", hint="install it")

    def close(self) -> None:
        return None


PLANTED = (SCALE, replace(SCALE, name="flipped", kind="sign"))


class Halfway(NoGrader):
    """Plants two mistakes; every repair mends the first."""

    def plant(self, problem: str, bugs: int, seed: int) -> Planting:
        return Planting(problem, seed, PLANTED, {"a.py": f"x = {seed}"}, 3)

    def repair(self, planting: Planting, files: Mapping[str, str], *, file: str) -> Verdict:
        if any("(" in text.splitlines()[-1] for text in files.values()):
            return Verdict("a", file, Outcome.INVALID, "", 7, standing=Standing.unknown(planting, "syntax"))
        return Verdict("a", file, Outcome.FAIL, "", 7, standing=Standing(planting.kinds, ("flipped",)))


class Room:
    """A round on a scripted terminal, on a machine that cannot grade."""

    def __init__(
        self,
        folder: Path,
        keys: Sequence[str | float],
        listener: list[str] | None = None,
        round_: str = "research",
        grader: type[NoGrader] = NoGrader,
    ) -> None:
        self.clock, self.log = FakeClock(), MemoryLog()
        self.terminal = Terminal(Tty(), io.StringIO(), io.StringIO(), {"TERM": "xterm"})
        self.script = Script(self.clock, keys)
        self.means = means = Means(
            BANK,
            self.log,
            self.clock,
            SequentialIds(),
            PAGES.landed(),
            lambda item, seed: shown(item, seed),
            read_rounds([packaged_bank()]),
            PAPERS,
        )
        interrupts = Interrupts()
        self.loop = MockLoop(
            mock=Mock.start(means, Request((round_,), Pace.QUICK, 1)),
            means=means,
            terminal=self.terminal,
            asker=self.script,
            desk=CodeDesk(self.terminal, interrupts, lambda: grader(), folder, None, {}),  # type: ignore[arg-type, return-value]
            notes=Notes(folder / "notes"),
            seed=lambda: 1,
            listener=listener,
            drill=lambda _: None,
        )

    def goes_on(self, before: Room) -> None:
        """With the round that was left in another room, from the log alone."""
        past = open_mock(before.log.events())
        assert past is not None
        self.loop.mock, self.loop.means = Mock.resume(before.means, past), before.means

    def play(self) -> str:
        self.loop.play()
        return self.terminal.stdout.getvalue()  # type: ignore[attr-defined, no-any-return]

    @property
    def said(self) -> list[str]:
        return [event.answer for event in self.log.events() if event.kind is EventKind.ATTEMPT]


def shown(item: AnyItem, seed: int) -> Shown:
    return present(item, seed, BANK.problems[item.id] if isinstance(item, Code) else None)


def test_an_enter_too_many_hands_in_nothing(tmp_path: Path) -> None:
    """Enter at once is a slip the first time; the second one counts, and so does the first after time to read."""
    room = Room(tmp_path, ["", 1.0, ""])
    assert "Press Enter again when you've finished speaking" in room.play()
    assert room.said == []
    assert Room(tmp_path, ["", 1.0, "", ""]).said == []
    twice = Room(tmp_path, ["", 1.0, "", ""])
    twice.play()
    late = Room(tmp_path, ["", 2.5, ""])
    assert "Press Enter again" not in late.play()
    assert twice.said == late.said == [""]


def test_notes_without_an_editor_are_told_of_no_file_in_another_window(tmp_path: Path) -> None:
    room = Room(tmp_path, ["", ":e", 3.0, "my claim"])
    room.loop.desk.environment = {"EDITOR": str(tmp_path / "no-editor")}
    shown = " ".join(room.play().split())
    assert "set EDITOR, or `editor` in config.toml" in shown
    assert "press g" not in shown


def test_code_that_cannot_be_graded_is_collected_all_the_same(tmp_path: Path) -> None:
    """The machine lacks something at zero: the round goes on to its card, and the file is there for later."""
    room = Room(tmp_path, ["", ":s", "e", 600.0, "a", ""], round_="coding")
    typed_next = room.script.key

    def key(prompt: str, keys: Sequence[str], countdown: Countdown) -> str | TimeUp:
        typed = typed_next(prompt, keys, countdown)
        for file in tmp_path.glob("*.py"):
            file.write_text("def f(): return 1", encoding="utf-8")
        return TimeUp("") if countdown.is_up else typed

    room.script.key = key  # type: ignore[method-assign]
    shown = " ".join(room.play().split())
    assert "Not graded: torch is not there" in shown
    assert "scorecard" in shown
    assert [event.item for event in room.log.events() if event.kind is EventKind.ROUND] == ["coding"]


def test_code_is_passed_at_the_second_word_in_a_row(tmp_path: Path) -> None:
    """`s` passes a question, and is not listed at code: there it may be meant to save, and must not end the task."""
    room = Room(tmp_path, ["", ":s", "s", "?", ":s", "x", "s"], round_="coding")
    shown = " ".join(room.play().split())
    assert shown.count("Press s again to submit the code as it is now.") == 3
    assert "Submitted" not in shown
    assert "s pass" not in shown.split("submit the code as it is now, and go")[0].rsplit("e continue", 1)[-1]
    assert "Submitted" in Room(tmp_path, ["", ":s", "s", ":s"], round_="coding").play()


def test_a_round_says_how_long_a_task_should_take_and_that_its_time_was_up(tmp_path: Path) -> None:
    room = Room(tmp_path, ["", ":s", 600.0, "x", "a", ""], round_="coding")
    typed_next = room.script.key

    def key(prompt: str, keys: Sequence[str], countdown: Countdown) -> str | TimeUp:
        typed = typed_next(prompt, keys, countdown)
        return TimeUp("") if countdown.is_up else typed

    room.script.key = key  # type: ignore[method-assign]
    shown = " ".join(room.play().split())
    assert "Plan 1:00 for it." in shown and " · about " not in shown
    assert "; time was up; you submitted nothing" in shown
    assert ": you submitted nothing" in shown
    assert "collected" not in shown


def test_a_question_with_a_clock_of_its_own_says_so(tmp_path: Path) -> None:
    assert "Aloud; notes are optional. Time for it: 0:30." in Room(tmp_path, [""], round_="papers").play()


def repairing(room: Room, folder: Path, *lines: str) -> None:
    """At each prompt for code the file of the task ends in the next of these lines."""
    left, typed_next = list(lines), room.script.key

    def key(prompt: str, keys: Sequence[str], countdown: Countdown) -> str | TimeUp:
        if prompt == "code > " and left:
            line = left.pop(0)
            for file in folder.glob("*.py"):
                file.write_text(f"{line}\n", encoding="utf-8")
        return typed_next(prompt, keys, countdown)

    room.script.key = key  # type: ignore[method-assign]


def contents(folder: Path) -> list[str]:
    return sorted(file.read_text(encoding="utf-8").strip() for file in folder.glob("*.py"))


def test_a_paste_takes_no_work_away(tmp_path: Path) -> None:
    """An empty one changes nothing; where one takes the file's place, what was in it is kept beside."""
    room = Room(tmp_path, ["", ":s", "p", "\n", "p", "y = 2", "p", "y = 3"], round_="coding")
    repairing(room, tmp_path, "x = 1")
    shown = " ".join(room.play().split())
    assert "Nothing was pasted. Your file is as it was." in shown
    assert shown.count("What was in your file is now in ") == 1  # an earlier paste is no work of one's own
    assert contents(tmp_path) == ["x = 1", "y = 3"]


def test_a_paste_that_the_clock_cuts_off_leaves_the_file(tmp_path: Path) -> None:
    room = Room(tmp_path, ["", ":s", "p", "q", "q"], round_="coding")
    repairing(room, tmp_path, "x = 1")
    room.script.paste = lambda countdown: TimeUp("def f(")  # type: ignore[method-assign]
    room.play()
    assert contents(tmp_path) == ["x = 1"]


def test_a_last_save_that_does_not_run_leaves_told_what_was_fixed_before(tmp_path: Path) -> None:
    room = Room(tmp_path, ["", "g", "d", "q", "e", ""], round_="debugging", grader=Halfway)
    repairing(room, tmp_path, "y = 1", "y = (")
    shown = room.play()
    assert shown.count("(fixed)") == 1


def test_code_handed_in_before_an_interruption_is_told_when_the_clock_has_stopped(tmp_path: Path) -> None:
    first = Room(tmp_path, ["", "g", "d", "q", "q"], round_="debugging", grader=Halfway)
    repairing(first, tmp_path, "y = 1", "y = 1")
    assert "Submitted." in first.play()
    again = Room(tmp_path, ["q", "e", ""], round_="debugging", grader=Halfway)
    again.goes_on(first)
    assert again.play().count("(fixed)") == 1


def test_a_log_that_cannot_be_written_ends_the_program_and_not_in_a_circle(tmp_path: Path) -> None:
    room = Room(tmp_path, ["", 600.0, "late", "late"])
    append = room.log.append

    def full(*events: Event) -> None:
        if room.clock.monotonic() > 1500:
            raise LogError("the disk is full")
        append(*events)

    room.log.append = full  # type: ignore[method-assign]
    with pytest.raises(LogError, match="the disk is full"):
        room.play()


def test_what_was_saved_in_an_editor_with_a_window_of_its_own_is_handed_in(tmp_path: Path) -> None:
    """The prompt stands beside the window, with what was written before; nothing was typed in it."""
    room = Room(tmp_path, [""])

    def answer(*arguments: object) -> Typed:
        (note,) = [*tmp_path.glob("notes/*.md")] or [room.loop.notes.path("01-" + asked())]
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_text("saved elsewhere\n", encoding="utf-8")
        if len(room.script.drafts) > 1:
            raise EndOfInput
        room.script.drafts.append(str(arguments[3]))
        return Typed(str(arguments[3]))

    def asked() -> str:
        return json.loads(room.log.events()[-1].answer)["task"]["id"]

    room.script.answer = answer  # type: ignore[assignment, method-assign]
    room.play()
    assert room.said[0] == "saved elsewhere"


LISTENING = """\
import pathlib, signal, sys
signal.signal(signal.SIGINT, signal.SIG_IGN)
pathlib.Path(__file__).with_name("ready").touch()
"""


class Listening(Room):
    """A round whose second answer comes from a command, which is told to end when it has written the file `ready`."""

    def __init__(self, folder: Path, command: list[str]) -> None:
        super().__init__(folder, ["", ":t", "", "more"], command)
        self._ready, self._key = folder / "ready", self.script.key
        self.script.key = self._key_when_ready  # type: ignore[method-assign]

    def _key_when_ready(self, prompt: str, keys: Sequence[str], countdown: Countdown) -> str | TimeUp:
        while prompt == "Listening. " and not self._ready.exists():
            os.sched_yield()
        return self._key(prompt, keys, countdown)


def script(folder: Path, text: str) -> list[str]:
    path = folder / "listen.py"
    path.write_text(LISTENING + text, encoding="utf-8")
    return [sys.executable, str(path)]


def test_a_transcript_is_plain_text_of_bounded_length(tmp_path: Path) -> None:
    """Colours and cursor movements, progress over one line, megabytes: what is left are words."""
    noise = "\\x1b[2K\\x1b[32mwords\\x1b[0m\\rwords as\\rwords as heard\\x07\\x00\\n"
    room = Listening(tmp_path, script(tmp_path, f"print('{noise}' + 'x ' * (1 << 21))"))
    room.play()
    heard = room.script.drafts[1]
    assert heard.startswith("words as heard\nx x")
    assert heard.replace("\n", "").isprintable()
    assert 60_000 < len(heard) <= 1 << 16


def test_a_command_that_fails_is_said_with_its_last_words(tmp_path: Path) -> None:
    room = Listening(tmp_path, script(tmp_path, "sys.exit('no \\x1b[31mmicrophone')"))
    assert "The transcript command ended with code 1: no microphone" in " ".join(room.play().split())
    assert room.script.drafts == ["", ""]


def test_a_command_that_heard_nothing_is_said(tmp_path: Path) -> None:
    assert "The transcript command wrote nothing." in Listening(tmp_path, script(tmp_path, "")).play()


def test_the_children_of_a_command_end_with_it(tmp_path: Path) -> None:
    """What a shell leaves in the background hears no Ctrl-C, and would listen on."""
    held = tmp_path / "held"
    os.mkfifo(held)
    reading = os.open(held, os.O_RDONLY | os.O_NONBLOCK)
    Listening(tmp_path, ["sh", "-c", f"sleep 600 9> {held} & touch {tmp_path}/ready; wait"]).play()
    assert os.read(reading, 1) == b""  # nobody holds its other end any more; else it would block
    os.close(reading)
