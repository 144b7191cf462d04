"""Solves one coding problem on a terminal: the file is graded at each save, wherever it is edited. Terminal only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from interview_cli.domain.errors import InterviewError
from interview_cli.domain.items.verdict import Verdict
from interview_cli.services.code.solve import Solving
from interview_cli.ui.asking import keys as drill_keys
from interview_cli.ui.asking.editor import SolutionFile, edit, has_own_window
from interview_cli.ui.asking.key_help import show_keys
from interview_cli.ui.asking.keys import EXPLAINED, Key, Pressed, single_keys, without_hint
from interview_cli.ui.asking.lines import Asker, EndOfInput
from interview_cli.ui.code.code_desk import CodeDesk
from interview_cli.ui.item_view import paragraph, show_item, write_markdown, write_page
from interview_cli.ui.terminal import Terminal

NEXT = Key.NOTE
"""A problem that is being solved takes no notes: n is the next one."""
KEYS = (Key.EDIT, Key.GRADE, Key.HINT, Key.REVEAL, Key.QUIT, Key.PASTE, Key.ANEW)
MEANINGS = EXPLAINED | {
    Key.EDIT: "edit the file in $EDITOR; every save is graded",
    Key.GRADE: "grade the file again on different inputs",
    Key.REVEAL: "show the reference; if you haven't passed yet, the problem counts as Again today",
    Key.QUIT: "quit: your file and all grades are saved",
    Key.HINT: "the next hint; if you pass after it, the problem counts as Hard",
    NEXT: "after a pass: the next problem",
}


@dataclass
class SolveLoop:
    """One problem on one terminal.

    `seed` draws the inputs of each grade; `today` names what is put aside; `next` finds what to solve after a pass.
    """

    solving: Solving
    terminal: Terminal
    asker: Asker
    desk: CodeDesk
    reference: Callable[[], str]
    seed: Callable[[], int]
    today: Callable[[], date]
    next: Callable[[], str | None]
    _seen: tuple[int, int] | None = field(default=None, init=False)
    _unshown: list[Verdict] = field(default_factory=list, init=False)
    _next: str | None = field(default=None, init=False)
    _goes_on: bool = field(default=False, init=False)

    def play(self) -> str | None:
        """Until the user quits, or goes on to the problem that is returned.

        Raises: HungUp, KeyboardInterrupt; every grade is in the log by then.
        """
        self.asker.redraw = self._show_problem
        self._begin()
        try:
            return self._work()
        except KeyboardInterrupt:
            self._say_how_to_go_on()
            raise

    def _work(self) -> str | None:
        """What `play` does, once the problem stands on the screen."""
        while True:
            try:
                typed = self.asker.key_unless(self._is_saved, "solve > ", self._keys())
                if typed is None:
                    self._grade_the_file()
                elif not self._do(typed):
                    break
            except EndOfInput:
                break
            except InterviewError as error:
                self._say(error.message if error.hint is None else f"{error.message}: {error.hint}")
        if self._goes_on:
            return self._next
        self._say_how_to_go_on()
        return None

    def _say_how_to_go_on(self) -> None:
        """After a pass there is nothing to go on with."""
        if not self.solving.has_passed:
            self._say(f"Your file is saved. To continue: interview solve {self.solving.shown.item}")

    def _keys(self) -> list[str]:
        """Those that can do something now."""
        is_untouched = self.desk.is_untouched(self.solving.shown)
        keys = [key for key in KEYS if key is not Key.ANEW or not is_untouched]
        offered = [f"{NEXT} next: {self._next}"] if self._next is not None else []
        return [*offered, *single_keys(without_hint(keys, self.solving.hints_left))]

    @property
    def _file(self) -> SolutionFile:
        return self.desk.file(self.solving.shown)

    def _begin(self) -> None:
        shown, solving = self.solving.shown, self.solving
        self._show_problem()
        self.desk.open(shown)
        self._file.make(shown)
        self._seen = self._file.stamp()
        if solving.attempts:
            times = "once" if solving.attempts == 1 else f"{solving.attempts} times"
            passed = "has passed" if solving.has_passed else "hasn't passed yet"
            self._say(f"Continuing today's work: your code was graded {times} and {passed}.")
        for hint in solving.hints_taken():
            write_markdown(f"**Hint:** {hint}", self.terminal)

    def _show_problem(self) -> None:
        show_item(self.solving.shown, self.terminal)
        self.terminal.print()

    def _is_saved(self) -> bool:
        return self._file.stamp() not in (None, self._seen)

    def _do(self, typed: str) -> bool:
        """What a key asks for; False to end."""
        match drill_keys.single(typed) if typed else None:
            case Pressed(key=Key.QUIT):
                return False
            case Pressed(key=key) if key == NEXT and self._next is not None:
                self._goes_on = True
                return False
            case Pressed(key=Key.EDIT):
                self._edit()
            case Pressed(key=Key.GRADE):
                self._grade_the_file()
            case Pressed(key=Key.PASTE):
                self._grade_a_paste()
            case Pressed(key=Key.HINT):
                self._hint()
            case Pressed(key=Key.REVEAL):
                self._reveal()
            case Pressed(key=Key.ANEW):
                self.desk.write_anew(self.solving.shown, self.today())
                self._seen = self._file.stamp()
            case Pressed(key=Key.HELP):
                show_keys((*KEYS, NEXT, Key.HELP), MEANINGS, self.terminal)
            case _ if not typed and self._is_saved():
                self._grade_the_file()
            case _:
                hint = "h gives a hint, " if self.solving.hints_left else ""
                self._say(f"Press e to edit the file; every save is graded. {hint}q quits, ? lists all keys.")
        return True

    # --- grading

    def _edit(self) -> None:
        """In a window of its own the editor leaves the terminal to the verdicts; else they wait until it ends."""
        command = self.desk.editor_command()
        edit(self._file.path, command, lambda: self._grade_if_saved(is_shown=has_own_window(command)))
        self._grade_if_saved(is_shown=True)
        self._show_last()

    def _grade_if_saved(self, *, is_shown: bool) -> None:
        """Without a word where an editor has the screen."""
        if not self._is_saved():
            return
        self._seen = self._file.stamp()
        try:
            source = self.desk.written(self.solving.shown)
        except InterviewError:
            return  # empty, gone or no text: g says so
        verdict = self.desk.grade_silently(self.solving.shown, source, name=str(self._file.path), seed=self.seed())
        self.solving.submit(source, verdict)
        self._unshown.append(verdict)
        if is_shown:
            self._show_last()

    def _show_last(self) -> None:
        verdicts, self._unshown = self._unshown, []
        if len(verdicts) > 1:
            self._say(f"{len(verdicts)} saves were graded. This is the last one.")
        if verdicts:
            self._show(verdicts[-1])

    def _grade_the_file(self) -> None:
        self._seen = self._file.stamp()
        self._grade(self.desk.written(self.solving.shown), str(self._file.path))

    def _grade_a_paste(self) -> None:
        pasted = self.asker.paste("", ("Ctrl-D ends the paste",))
        name = self.desk.keep_pasted(self.solving.shown, pasted)
        self._seen = self._file.stamp()
        self._grade(pasted, name)

    def _grade(self, source: str, name: str) -> None:
        verdict = self.desk.grade(self.solving.shown, source, name=name, seed=self.seed())
        if verdict is not None:
            self.solving.submit(source, verdict)
            self._show(verdict)

    def _show(self, verdict: Verdict) -> None:
        self.desk.show(verdict)
        if verdict.ok:
            self._next = self.next()
            onward = f"{NEXT} for the next problem, {self._next}, or " if self._next is not None else "or "
            self._say(f"Press r to compare with the reference, {onward}q to quit.")

    # --- help on the way

    def _hint(self) -> None:
        hint = self.solving.hint()
        if hint is None:
            self._say("There are no more hints. Press r to see the reference.")
            return
        write_markdown(f"**Hint:** {hint}", self.terminal)

    def _reveal(self) -> None:
        self.solving.see_reference()
        write_page(self.reference(), self.terminal)
        if not self.solving.has_passed:
            self._say("Write it yourself anyway. Today it counts as Again.")

    def _say(self, text: str) -> None:
        for line in paragraph(text, self.terminal):
            self.terminal.print(line)
