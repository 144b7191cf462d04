"""Plays a debugging exercise on a terminal: its files are graded at each save, wherever they are edited. Terminal only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from interview_cli.domain.errors import InterviewError
from interview_cli.domain.items.verdict import Verdict
from interview_cli.services.code.debugging import Debugging
from interview_cli.ui.asking import keys as drill_keys
from interview_cli.ui.asking.editor import edit, has_own_window
from interview_cli.ui.asking.key_help import show_keys
from interview_cli.ui.asking.keys import EXPLAINED, Key, Pressed, single_keys, without_hint
from interview_cli.ui.asking.lines import Asker, EndOfInput
from interview_cli.ui.code.debug_view import show_mistakes, show_result, show_standing
from interview_cli.ui.code.planted_files import PlantedFiles, as_one
from interview_cli.ui.item_view import paragraph, write_markdown
from interview_cli.ui.terminal import Terminal

KEYS = (Key.EDIT, Key.GRADE, Key.HINT, Key.REVEAL, Key.QUIT, Key.ANEW)
MEANINGS = EXPLAINED | {
    Key.EDIT: "edit the code in $EDITOR; every save is graded",
    Key.GRADE: "grade the code again",
    Key.HINT: "the next hint on a mistake that is left: the check, the place, the kind, the mistake",
    Key.REVEAL: "stop and show all mistakes; what isn't fixed counts as not found",
    Key.ANEW: "move your files aside and start over with the code as it was given",
    Key.QUIT: "quit: your files and all grades are saved, and `interview debug` goes on",
}
Sources = Mapping[str, str]


@dataclass
class DebugLoop:
    """One exercise on one terminal. `grade` gives a verdict, None where the user stopped it.

    `editor_command` raises UnavailableError without one; `today` names what is put aside; `prompt` is what the code
    should do.
    """

    debugging: Debugging
    prompt: str
    terminal: Terminal
    asker: Asker
    files: PlantedFiles
    grade: Callable[[Sources], Verdict | None]
    editor_command: Callable[[], list[str]]
    today: Callable[[], date]
    _seen: object = field(default=None, init=False)
    _unshown: list[Verdict] = field(default_factory=list, init=False)

    def play(self) -> None:
        """Until all is fixed, the time is up or the user quits. Raises: HungUp, KeyboardInterrupt; all is in the log."""
        self._begin()
        try:
            self._work()
        except KeyboardInterrupt:
            self._say_how_to_go_on()
            raise
        self._say_how_to_go_on()

    def _say_how_to_go_on(self) -> None:
        """After the end there is nothing to go on with."""
        if not self.debugging.has_ended:
            self._say(f"Your file is saved. To continue: interview debug {self.debugging.planting.problem}")

    def _work(self) -> None:
        """What `play` does, once the task stands on the screen."""
        while not self.debugging.has_ended:
            if self.debugging.is_time_up:
                self._time_is_up()
                return
            try:
                if not self._step():
                    return
            except EndOfInput:
                return
            except InterviewError as error:
                self._say(error.message if error.hint is None else f"{error.message}: {error.hint}")

    def _step(self) -> bool:
        """One key, or one save; False to leave."""
        keys = without_hint(KEYS, self.debugging.hints_left)
        typed = self.asker.key_unless(self._has_news, self._asking(), single_keys(keys))
        if typed is not None:
            return self._do(typed)
        if self._is_saved():
            self._grade_the_files()
        return True

    def _asking(self) -> str:
        left = self.debugging.seconds_left
        return "debug > " if left is None else f"debug ({max(1, round(left / 60))} min left) > "

    def _begin(self) -> None:
        debugging = self.debugging
        self.asker.redraw = self._show_task
        self._show_task()
        self.files.make()
        self._seen = self.files.stamp()
        where = "Your file" if len(self.files.planting.files) == 1 else "Your files"
        self.terminal.print(f"{where}: {self.files.path}")
        if debugging.graded or debugging.hints:
            self._say(f"Continuing: {debugging.fixed} of {debugging.planted} fixed.")
        else:
            them = "it" if debugging.planted == 1 else "them"
            self._say(f"The code runs, but it has {self._mistakes}. Fix {them} and save: every save is graded.")
        for hint in debugging.hints_taken():
            write_markdown(f"**Hint:** {hint}", self.terminal)

    @property
    def _mistakes(self) -> str:
        return "1 mistake" if self.debugging.planted == 1 else f"{self.debugging.planted} mistakes"

    def _show_task(self) -> None:
        debugging = self.debugging
        self._say(f"{debugging.planting.problem}   debug · {self._mistakes} · about {debugging.minutes:g} min")
        self.terminal.print()
        if not debugging.planting.is_project:
            self._say("The task that the code should solve:")
        write_markdown(self.prompt, self.terminal)
        self.terminal.print()

    def _has_news(self) -> bool:
        return self._is_saved() or self.debugging.is_time_up

    def _is_saved(self) -> bool:
        return self.files.stamp() != self._seen

    def _do(self, typed: str) -> bool:
        """What a key asks for; False to end."""
        match drill_keys.single(typed) if typed else None:
            case Pressed(key=Key.QUIT):
                return False
            case Pressed(key=Key.EDIT):
                self._edit()
            case Pressed(key=Key.GRADE):
                self._grade_the_files()
            case Pressed(key=Key.HINT):
                self._hint()
            case Pressed(key=Key.REVEAL):
                self._end()
            case Pressed(key=Key.ANEW):
                self._write_anew()
            case Pressed(key=Key.HELP):
                show_keys((*KEYS, Key.HELP), MEANINGS, self.terminal)
            case _ if not typed and self._is_saved():
                self._grade_the_files()
            case _:
                self._say("Press e to edit the code; every save is graded. h gives a hint, q quits, ? lists all keys.")
        return True

    # --- grading

    def _edit(self) -> None:
        """In a window of its own the editor leaves the terminal to the verdicts; else they wait until it ends."""
        command = self.editor_command()
        self.files.make()
        *others, last = self.files.editable
        command = [*command, *map(str, others)]
        edit(last, command, lambda: self._grade_if_saved(is_shown=has_own_window(command)))
        self._grade_if_saved(is_shown=True)
        self._show_last()

    def _grade_if_saved(self, *, is_shown: bool) -> None:
        if not self._is_saved() or self.debugging.has_ended:
            return
        self._seen = self.files.stamp()
        try:
            sources = self.files.read()
        except InterviewError:
            return  # gone or no text: g says so
        graded = self.grade(sources)
        if graded is None:
            return
        verdict = self.debugging.counted(graded)
        self.debugging.submit(as_one(sources), verdict)
        self._unshown.append(verdict)
        if is_shown:
            self._show_last()

    def _show_last(self) -> None:
        verdicts, self._unshown = self._unshown, []
        if len(verdicts) > 1:
            self._say(f"{len(verdicts)} saves were graded. This is the last one.")
        if verdicts:
            self._show(verdicts[-1])

    def _grade_the_files(self) -> None:
        self._seen = self.files.stamp()
        sources = self.files.read()
        if self.debugging.planting.is_project:
            self._say("Running the checks, and the training if they pass ...")
        graded = self._graded(sources)
        if graded is not None:
            verdict = self.debugging.counted(graded)
            self.debugging.submit(as_one(sources), verdict)
            self._show(verdict)

    def _graded(self, sources: Sources) -> Verdict | None:
        """The verdict; that it takes its time is said, for as long as it does."""
        self.terminal.progress("Grading ...")
        try:
            return self.grade(sources)
        finally:
            self.terminal.progress("")

    def _show(self, verdict: Verdict) -> None:
        show_standing(verdict, self.debugging.fixed, self.terminal)
        if verdict.ok and not self.debugging.has_ended:
            self._end()

    # --- help on the way, and the end

    def _hint(self) -> None:
        hint = self.debugging.hint()
        if hint is None:
            self._say("There are no more hints. Press r to see all mistakes.")
            return
        write_markdown(f"**Hint:** {hint}", self.terminal)

    def _write_anew(self) -> None:
        kept = self.files.write_anew(self.today())
        self._seen = self.files.stamp()
        self._say(f"Your old code is now {kept.name}." if kept else "The code is written again.")

    def _time_is_up(self) -> None:
        self._say("Time's up. What you saved counts.")
        try:
            if self._is_saved():
                self._grade_the_files()
        except InterviewError as error:
            self._say(error.message)
        if not self.debugging.has_ended:
            self._end()

    def _end(self) -> None:
        """Tell each mistake, and what the exercise came to; that is in the log before."""
        left = self.debugging.left
        result = self.debugging.end()
        show_mistakes(self.debugging.planting, left, self.terminal)
        show_result(result, self.terminal)

    def _say(self, text: str) -> None:
        for line in paragraph(text, self.terminal):
            self.terminal.print(line)
