"""Plays a mock interview on a terminal: asks against the clock, and hands everything to the state machine. Terminal only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import assert_never

from interview_cli.domain.errors import InterviewError, UnavailableError
from interview_cli.domain.history.code_attempt import CodeAttempt
from interview_cli.domain.items.question import Formula, ItemId, KeyPoint, Numeric
from interview_cli.domain.items.shown import Shown
from interview_cli.domain.items.verdict import Verdict
from interview_cli.domain.rounds.scorecard import debrief
from interview_cli.domain.shares import percent
from interview_cli.services.mock.outcomes import HINT_COST
from interview_cli.services.mock.session import Mock
from interview_cli.services.mock.steps import (
    Asked,
    Coding,
    Debrief,
    Marked,
    Means,
    Over,
    Ready,
    RoundOver,
    Spoken,
    Task,
    Ticking,
)
from interview_cli.ui.asking.editor import SET_EDITOR
from interview_cli.ui.asking.lines import EndOfInput, cannot_tick
from interview_cli.ui.asking.timed import Break, Countdown, Shape, TimedAsker, TimeUp, ToEditor, Typed
from interview_cli.ui.asking.timed_editor import edit_until
from interview_cli.ui.code.code_desk import CANNOT_PASTE, CodeDesk, hints_left, left_in
from interview_cli.ui.drill.view import not_read, prompt_for, rule
from interview_cli.ui.item_view import write_markdown
from interview_cli.ui.mock import keys as mock_keys
from interview_cli.ui.mock.keys import Key
from interview_cli.ui.mock.notes import Notes
from interview_cli.ui.mock.transcript import transcribe
from interview_cli.ui.mock.view import (
    BREAK_MINUTES,
    clocks_left,
    say,
    show_card,
    show_help,
    show_loop,
    show_ready,
    show_samples,
    show_task,
)
from interview_cli.ui.points import show_points, which_said
from interview_cli.ui.terminal import Terminal

DONE_WHICH = "Which of these did you do? "
NOTHING_ANSWERED = "Nothing was answered, so it has no scorecard."
READING_SECONDS = 2.0
"""Nobody reads a question and answers it in less."""
LEAVE_KEYS = ("q leave", "Enter continue")
LEAVE_ROUND_KEYS = ("q leave", "e end the round", "Enter continue")


class Left(Exception):
    """The user left; the interview stays open."""


@dataclass
class MockLoop:
    """One mock interview on one terminal.

    `seed` draws the inputs of each run; `listener` is the command that writes down what is said; `drill` drills items.
    """

    mock: Mock
    means: Means
    terminal: Terminal
    asker: TimedAsker
    desk: CodeDesk
    notes: Notes
    seed: Callable[[], int]
    listener: list[str] | None
    drill: Callable[[Sequence[ItemId]], None]
    _task: Task | None = field(default=None, init=False)
    _card: str = field(default="", init=False)
    _handing_in_nothing: Task | None = field(default=None, init=False)
    _is_passing: bool = field(default=False, init=False)
    _slipped: Task | None = field(default=None, init=False)
    _graded: dict[ItemId, tuple[str, Verdict]] = field(default_factory=dict, init=False)
    _told: Sequence[Asked] = field(default=(), init=False)

    def __post_init__(self) -> None:
        self._clock = Countdown(lambda: self.mock.left)
        self.asker.redraw = self._show_again

    def play(self) -> bool:
        """Until it is over, or left: whether it is over. Raises: HungUp; KeyboardInterrupt at a second Ctrl-C."""
        try:
            while not isinstance(self.mock.current, Over):
                self._step_or_leave()
        except Left:
            self._say_left()
            return False
        except KeyboardInterrupt:
            self._say_left()
            raise
        if not self.mock.has_card:
            say(NOTHING_ANSWERED, self.terminal)
        return True

    def _say_left(self) -> None:
        if not self.mock.has_begun:
            say("You left before the clock started. Nothing was recorded.", self.terminal)
            return
        left = self.mock.left
        runs = f" The clock keeps running: {clocks_left(left)}." if left is not None and left.seconds > 0 else ""
        say(f"You left the round.{runs} To continue: interview mock --resume", self.terminal)

    def _step_or_leave(self) -> None:
        try:
            self._step()
        except InterviewError as error:
            if self._clock.is_up and isinstance(self.mock.current, Asked):
                raise  # nobody is asked any more at zero, so that nobody could stop a second try
            self._say(error.message[:1].upper() + error.message[1:] + (f": {error.hint}" if error.hint else ""))
        except EndOfInput:
            if self.terminal.can_ask:
                self._leave()
            else:
                self._stop()
        except KeyboardInterrupt:
            self._leave()

    def _leave(self) -> None:
        """Ask whether to go, and how; the clock runs meanwhile."""
        if isinstance(self.mock.current, RoundOver) and self.mock.current.is_last:
            self.mock.next()
            return
        is_running = isinstance(self.mock.current, Asked | Ticking)
        keys = LEAVE_ROUND_KEYS if is_running else LEAVE_KEYS
        try:
            typed = self.asker.key("Leave? Your answers are saved. ", keys, Countdown(lambda: None))
        except EndOfInput:
            raise Left from None
        match typed:
            case "q" | "Q" | ":q" | "y":
                raise Left
            case "e" | "E" if is_running:
                self._end_round()
            case _:
                self._task = None

    def _end_round(self) -> None:
        """What is written counts."""
        match self.mock.current:
            case Asked(task=Coding()) as asked:
                self._grade_if_possible(asked)
                self.mock.end_round()
            case Asked() as asked:
                name = self._note_name(asked)
                self.mock.end_round(self.notes.read(name))
                self.notes.drop(name)
            case _:
                self.mock.end_round()

    def _stop(self) -> None:
        """A pipe has ended: so has the interview."""
        self.mock.stop()
        if isinstance(self.mock.current, RoundOver):
            self._show_graded()
            over = self.mock.current
            self._show_cards(over)
            self.mock.next()

    def _step(self) -> None:
        match self.mock.current:
            case Ready() as ready:
                self._ready(ready)
            case Asked() as asked:
                self._asked(asked)
            case Ticking() as ticking:
                self._ticking(ticking)
            case Debrief(blueprint=blueprint, ticked=ticked):
                self._debrief(blueprint.habits, ticked)
            case RoundOver() as over:
                self._round_over(over)
            case Over():
                pass
            case _ as never:
                assert_never(never)

    def _show_again(self) -> None:
        """What stood above the prompt, on a fresh screen."""
        match self.mock.current:
            case Ready() as ready:
                show_ready(ready, self.terminal)
            case Asked() as asked:
                show_task(asked, self._clock.text, self.terminal)
            case Ticking(task=task, said=said):
                self._say_asked(task, said)
            case RoundOver() as over:
                self._show_cards(over)
            case Debrief() | Over():
                pass

    # --- between rounds

    def _ready(self, ready: Ready) -> None:
        show_ready(ready, self.terminal)
        shown = Break(self.means.clock.monotonic, BREAK_MINUTES) if ready.number > 1 else self._clock
        match self.asker.key("Enter starts the clock. ", ("Enter start", "q leave", "? help"), shown):
            case "q" | ":q":
                raise Left
            case "?":
                self._say("Here Enter starts the clock, and q leaves. These keys work while it runs:")
                show_help(Key, self.terminal)
            case _:
                self.mock.begin()

    def _debrief(self, habits: Sequence[str], before: frozenset[int]) -> None:
        self.terminal.print()
        self.terminal.print(rule("the clock is stopped", self.terminal))
        self._show_graded()
        self._say("What would a listener have noticed?")
        ticked = self._ticks(DONE_WHICH, [KeyPoint(text=habit) for habit in habits], before)
        if ticked is not None:
            self.mock.tick(ticked)

    def _show_graded(self) -> None:
        """The full grades of what was handed in, also before an interruption; of planted code its mistakes, too."""
        if self._told == self.mock.coded and self._told:
            return
        self._told = self.mock.coded
        for asked in self._told:
            if asked.shown is not None:
                self._show_grade(asked, asked.shown)
        self.terminal.print()
        self._graded.clear()

    def _show_grade(self, asked: Asked, shown: Shown) -> None:
        verdict = self._graded[shown.item][1] if shown.item in self._graded else None
        if shown.planted is not None:
            self.terminal.print(f"\n{shown.item}")
            if verdict is not None:
                self.desk.show(verdict)
            self.desk.tell(shown, left_in(asked.attempts))
            return
        verdict = verdict or self._graded_again(asked, shown)
        if verdict is not None:
            self.desk.show(verdict)

    def _graded_again(self, asked: Asked, shown: Shown) -> Verdict | None:
        """The verdict on what was graded last before an interruption, which keeps no more than how it ended."""
        if not asked.attempts:
            return None
        last = asked.attempts[-1]
        source, name = CodeAttempt.of(last).source, self.desk.file_name(shown)
        try:
            return self.desk.grade_silently(shown, source, name=name, seed=last.seed or 0)
        except UnavailableError as error:
            self._say(f"Not graded again: {error.message}. Your file: {name}")
            return None

    def _round_over(self, over: RoundOver) -> None:
        if self._card != over.id:
            self._card = over.id
            self._show_cards(over)
        entries = debrief(over.held).next if over.is_last else over.card.next
        can_drill = bool(entries) and self.terminal.can_ask
        keys = ["d drill these now"] if can_drill else []
        goes_on = "Press Enter to finish" if over.is_last else "Press Enter for the next round"
        match self.asker.key("", [*keys, goes_on], self._clock):
            case "d" | ":d" if can_drill:
                self.drill([entry.item for entry in entries])
            case "":
                self.mock.next()
            case _:
                self._say(f"{goes_on}.")

    def _show_cards(self, over: RoundOver) -> None:
        show_card(over.card, over.earlier, over.id, self.terminal)
        if over.is_last and len(over.held) > 1:
            show_loop(over.held, self.mock.session, self.terminal)

    # --- tasks

    def _asked(self, asked: Asked) -> None:
        task, name = asked.task, self._note_name(asked)
        if self._clock.is_up:
            self._collect(asked, self.notes.read(name))
            return
        if self._task is not task:
            self._task = task
            show_task(asked, self._clock.text, self.terminal)
            if isinstance(task, Coding):
                self._open(asked)
        match task:
            case Coding():
                self._coding(asked)
            case Marked():
                self._question(asked, name)
            case Spoken():
                self._speech(asked, name)
            case _:
                assert_never(task)

    def _question(self, asked: Asked, name: str) -> None:
        item = self.means.bank.items[asked.task.about.id]
        draft = self.notes.read(name)
        typed = self._answer(prompt_for(item), mock_keys.MARKED, name, draft, Shape.LINE)
        if typed is None or self._pressed(typed, asked, mock_keys.MARKED):
            return
        marked = self.mock.submit(typed)
        if marked is None:
            self._taken(name)
        else:
            is_mended = isinstance(item, Formula | Numeric)  # letters are sooner typed anew
            self.notes.write(name, typed if is_mended else "")
            self._say(f"{not_read(typed, marked.message)} Type :s to pass.")

    def _speech(self, asked: Asked, name: str) -> None:
        keys = [key for key in mock_keys.SPOKEN if key is not Key.LISTEN or self.listener]
        typed = self._answer("answer > ", keys, name, self.notes.read(name), Shape.TEXT)
        if typed is None or self._pressed(typed, asked, keys) or self._is_slip(typed, asked):
            return
        self.mock.submit(typed)
        self._taken(name)

    def _is_slip(self, typed: str, asked: Asked) -> bool:
        """An Enter too many before the question can have been read hands in nothing, the first time."""
        is_slip = not typed and self.mock.seconds < READING_SECONDS and self._slipped is not asked.task
        if is_slip and self.terminal.can_ask:
            self._slipped = asked.task
            self._say("Nothing is submitted yet. Press Enter again when you've finished speaking.")
        return is_slip and self.terminal.can_ask

    def _answer(self, prompt: str, keys: Sequence[Key], name: str, draft: str, shape: Shape) -> str | None:
        """What was handed in; None where it was collected, or is gone on with."""
        shown = mock_keys.shown(keys, ":")
        typed = self.asker.answer(prompt, shown, self._clock, draft, lambda text: self.notes.write(name, text), shape)
        if typed.text == draft:
            typed = replace(typed, text=self.notes.read(name))  # an editor with a window of its own may have saved
        match typed:
            case TimeUp(text=text):
                self.notes.write(name, text)
                self._collect_current(text)
                return None
            case ToEditor(text=text):
                self.notes.write(name, text)
                self._edit(name)
                return None
            case _:
                return typed.text

    def _pressed(self, typed: str, asked: Asked, keys: Sequence[Key]) -> bool:
        """Whether it was a key, which is then done."""
        name = self._note_name(asked)
        match mock_keys.typed(typed):
            case None:
                return False
            case Key.PASS:
                self.mock.give_up(self.notes.read(name))
                self._taken(name)
            case Key.LEAVE:
                self._leave()
            case Key.HELP:
                show_help([*keys, Key.HELP], self.terminal)
            case Key.EDIT if Key.EDIT in keys:
                self._edit(name)
            case Key.PASTE if Key.PASTE in keys:
                self._add(name, self.asker.paste(self._clock).text)
            case Key.LISTEN if Key.LISTEN in keys and self.listener:
                heard = transcribe(self.listener, self.asker, self._clock, self._say)
                self._add(name, heard.text)
                if heard.complaint:
                    self._say(heard.complaint)
            case word:
                self._say(f"There's no key {word} here. Press ? to list the keys.")
        return True

    def _add(self, name: str, text: str) -> None:
        """More of an answer, which the next prompt shows, or the clock collects."""
        before = self.notes.read(name)
        self.notes.write(name, "\n".join(filter(None, (before, text.strip("\n")))))

    def _edit(self, name: str) -> None:
        path = self.notes.path(name)
        try:
            command = self.desk.editor_command()
            if not path.exists():
                self.notes.write(name, "")
            edit_until(path, command, self._clock, self.terminal)
        except UnavailableError as error:
            raise UnavailableError(error.message, hint=SET_EDITOR) from None  # notes have no other window, and no g

    def _collect(self, asked: Asked, written: str) -> None:
        self._say("Time is up. What you wrote counts.")
        if isinstance(asked.task, Coding):
            self._grade_if_possible(asked)
        self.mock.collect(written)
        self.notes.drop(self._note_name(asked))

    def _collect_current(self, written: str) -> None:
        if isinstance(self.mock.current, Asked):
            self._collect(self.mock.current, written)

    def _taken(self, name: str) -> None:
        self.notes.drop(name)
        if not isinstance(self.mock.current, Ticking):
            self._say("Noted.")

    def _note_name(self, asked: Asked) -> str:
        return f"{asked.number:02d}-{asked.task.about.id}"

    # --- code

    def _open(self, asked: Asked) -> None:
        shown = self._shown(asked)
        self.desk.open(shown, anew="")
        self.desk.make(shown)

    def _coding(self, asked: Asked) -> None:
        shown = self._shown(asked)
        keys = [key for key in mock_keys.CODING if key is not Key.HINT or hints_left(shown, asked.hints) > 0]
        if not self.desk.takes_paste(shown):
            keys.remove(Key.PASTE)
        typed = self.asker.key("code > ", mock_keys.shown(keys), self._clock)
        if isinstance(typed, TimeUp):
            self._collect(asked, "")
            return
        was_passing, self._is_passing = self._is_passing, False
        match mock_keys.single(typed):
            case Key.EDIT:
                edit_until(*self.desk.opening(shown), self._clock, self.terminal)
            case Key.RUN:
                self._run(asked, self.desk.written(shown))
            case Key.PASTE if not self.desk.takes_paste(shown):
                self._say(CANNOT_PASTE)
            case Key.PASTE:
                self._paste(asked, self.asker.paste(self._clock))
            case Key.HINT:
                self._hint(asked)
            case Key.PASS if not was_passing:
                self._is_passing = True
                self._say("Press s again to submit the code as it is now.")
            case Key.PASS:
                self._handing_in_nothing = asked.task
                self._hand_in(asked)
            case Key.DONE:
                self._hand_in(asked)
            case Key.LEAVE:
                self._leave()
            case Key.HELP:
                show_help([*keys, Key.HELP], self.terminal)
            case _:
                self._say("Press e to edit your file, g to run it, d to submit, ? to list all keys.")

    def _paste(self, asked: Asked, pasted: Typed | TimeUp) -> None:
        """Run it, from the file. What the clock cut off takes the place of no other work."""
        shown, is_cut_off = self._shown(asked), isinstance(pasted, TimeUp)
        if not pasted.text.strip():
            self._say("Nothing was pasted. Your file is as it was.")
        elif not is_cut_off or self.desk.is_untouched(shown):
            self.desk.put_in(shown, pasted.text, self.means.clock.now().date())
            if not is_cut_off:
                self._run(asked, pasted.text)

    def _hint(self, asked: Asked) -> None:
        shown = self._shown(asked)
        if shown.planted is None:
            hint = self.mock.hint()
        else:
            hint = self.desk.hint(shown, asked.attempts, asked.hints)
            if hint is None:
                self._say("There are no more hints.")
                return
            self.mock.count_hint()
        write_markdown(f"**Hint:** {hint}", self.terminal)
        self._say(f"It costs {percent(HINT_COST)} of the problem's points.")

    def _hand_in(self, asked: Asked) -> None:
        """Nothing is handed in only at the second word: the first may be a slip of the finger."""
        self._grade_what_is_written(asked)
        current = self.mock.current
        if isinstance(current, Asked) and not current.attempts and self._handing_in_nothing is not asked.task:
            self._handing_in_nothing = asked.task
            self._say("You haven't changed your file yet. Press d again to submit nothing.")
            return
        self.mock.hand_in()
        self._say("Submitted.")

    def _run(self, asked: Asked, source: str) -> None:
        shown = self._shown(asked)
        verdict = self.desk.grade(
            shown, source, name=self.desk.file_name(shown), seed=self.seed(), attempts=asked.attempts
        )
        if verdict is not None:
            self.mock.submit_code(source, verdict)
            self._graded[shown.item] = (source, verdict)
            if shown.planted is None:
                show_samples(verdict, self.terminal)
            else:
                self.desk.show(verdict)

    def _grade_if_possible(self, asked: Asked) -> None:
        """The same where the round goes on in any case; the file stays for `interview grade`."""
        try:
            self._grade_what_is_written(asked)
        except UnavailableError as error:
            self._say(f"Not graded: {error.message}. Your file: {self.desk.file_name(self._shown(asked))}")

    def _grade_what_is_written(self, asked: Asked) -> None:
        """Grade the file unless it was graded as it stands; an untouched one is no answer."""
        shown = self._shown(asked)
        try:
            source = self.desk.written(shown)
        except InterviewError:
            return
        last = self._graded.get(shown.item)
        if last is not None and last[0] == source:
            return
        verdict = self.desk.grade_silently(
            shown, source, name=self.desk.file_name(shown), seed=self.seed(), attempts=asked.attempts
        )
        self.mock.submit_code(source, verdict)
        self._graded[shown.item] = (source, verdict)

    @staticmethod
    def _shown(asked: Asked) -> Shown:
        assert asked.shown is not None
        return asked.shown

    # --- ticking

    def _ticking(self, ticking: Ticking) -> None:
        task = ticking.task
        if self._task is not task:  # gone on with after it was cut short
            self._task = task
            self._say_asked(task, ticking.said)
        words = len(ticking.said.split())
        if task.word_budget:
            self._say(
                f"You wrote {words} words. There's time for about {task.word_budget}."
                if words
                else f"There's time for about {task.word_budget} words."
            )
        ticked = self._ticks(which_said(task.points), task.points, ticking.ticked)
        if ticked is not None:
            self.mock.tick(ticked)

    def _say_asked(self, task: Spoken, said: str) -> None:
        self._say(f"You were asked: {task.about.title}." + (f" You said: {said}" if said else ""))

    def _ticks(self, title: str, points: Sequence[KeyPoint], before: frozenset[int]) -> frozenset[int] | None:
        """What was ticked; None where something else was pressed, which keeps the ticks made so far."""
        ticks = self.asker.ticks(title, ("q leave", "? help"), points, self._clock, before, self.mock.keep_ticks)
        if ticks.key:
            self.mock.keep_ticks(ticks.points)
        match mock_keys.single(ticks.key):
            case _ if not ticks.key:
                if self.terminal.is_interactive:  # the list has left the screen
                    show_points(points, self.terminal, ticks.points)
                return ticks.points
            case Key.LEAVE:
                self._leave()
            case Key.HELP:
                show_help([Key.LEAVE, Key.HELP], self.terminal)
            case _:
                self._say(cannot_tick(len(points)))
        return None

    def _say(self, text: str) -> None:
        say(text, self.terminal)
