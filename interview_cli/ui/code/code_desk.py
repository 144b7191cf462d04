"""Where a coding problem of a drill is worked on: the file, the editor, pasting and grading. Terminal only."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from interview_cli.domain.errors import InterviewError, UnavailableError
from interview_cli.domain.history.event import Event, tried
from interview_cli.domain.items.answer import Mark
from interview_cli.domain.line_breaks import path_in_words
from interview_cli.ui.asking.editor import SolutionFile, edit, editor_command
from interview_cli.ui.asking.lines import Interrupts
from interview_cli.ui.terminal import Terminal
from interview_cli.ui.whole_file import write_whole

if TYPE_CHECKING:
    from interview_cli.domain.items.shown import Shown
    from interview_cli.domain.items.verdict import Verdict
    from interview_cli.domain.ports import Grader
    from interview_cli.ui.code.planted_desk import PlantedCode
    from interview_cli.ui.code.planted_files import PlantedFiles

CANNOT_PASTE = "There are several files, so you can't paste here. Press e to edit them, or use another window."


@dataclass
class CodeDesk:
    """`make_grader` is called at the first problem; `editor` is the command of the configuration."""

    terminal: Terminal
    interrupts: Interrupts
    make_grader: Callable[[], Grader]
    solutions: Path
    editor: str | None
    environment: Mapping[str, str]
    _grader: Grader | None = field(default=None, init=False)
    _pasted: str | None = field(default=None, init=False)

    def open(self, shown: Shown, anew: str = "Press w to move {} aside and start over.") -> None:
        """Start the grading process while the user reads, and say where the file is; `anew`: how to begin anew, if at all."""
        self._warm_grader()
        if shown.planted is not None:
            self.terminal.print("Planting the mistakes ...")
            self.make(shown)
        several = self._project(shown) is not None
        self.terminal.print(f"{'Your files' if several else 'Your file'}: {self.file_name(shown)}")
        if not self.is_untouched(shown):
            holds, they = ("They hold", "them") if several else ("It holds", "it")
            self.terminal.print_wrapped(f"{holds} your earlier work. {anew.format(they)}".rstrip(), indent=0)

    def edit(self, shown: Shown) -> None:
        """The editor on the solution. Raises: InterviewError."""
        edit(*self.opening(shown))
        self.terminal.print("Your saved work is kept. Press g to grade it.")

    def opening(self, shown: Shown) -> tuple[Path, list[str]]:
        """A file, and the command that opens it; with all others, where there are several. They are there then.

        Raises: InterviewError.
        """
        command, project = self.editor_command(), self._project(shown)
        self.make(shown)
        if project is None:
            return self.file(shown).path, command
        *others, last = project.editable
        return last, [*command, *map(str, others)]

    def editor_command(self) -> list[str]:
        """The user's editor. Raises: UnavailableError without one, or without a terminal for it."""
        if not (self.terminal.stdin.isatty() and self.terminal.stdout.isatty()):
            raise UnavailableError("an editor needs a terminal", hint="p pastes a solution")
        return editor_command(self.editor, self.environment)

    def file(self, shown: Shown) -> SolutionFile:
        """Where the problem is solved."""
        if shown.planted is not None:  # a file for each planting: another day its mistakes are others
            return SolutionFile(self.solutions / f"{shown.item}-{shown.seed}.py")
        return SolutionFile.of(shown, self.solutions)

    def make(self, shown: Shown) -> None:
        """Write what is asked, unless there is a file. Raises: InterviewError."""
        project = self._project(shown)
        if project is not None:
            project.make()
        else:
            self.file(shown).make(self._full(shown))

    def takes_paste(self, shown: Shown) -> bool:
        """Whether a pasted text can be the solution: not where there are several files."""
        return self._project(shown) is None

    def is_untouched(self, shown: Shown) -> bool:
        """Whether nothing was written into the file, as far as it can be read."""
        project = self._project(shown)
        try:
            return self.file(shown).is_untouched(self._full(shown)) if project is None else project.is_untouched
        except InterviewError:
            return False

    def write_anew(self, shown: Shown, today: date) -> None:
        """Put the file aside and begin again. Raises: InterviewError."""
        project = self._project(shown)
        if project is not None:
            kept = project.write_anew(today)
            self.terminal.print(f"Your old files are now in {kept.name}." if kept else "The files are new.")
            return
        file = self.file(shown)
        kept = file.put_aside(today)
        file.make(self._full(shown))
        self.terminal.print(
            f"Your old file is now {kept.name}. Press e to open an empty one."
            if kept
            else "The file is new. Press e to open it."
        )

    def written(self, shown: Shown) -> str:
        """The solution as it stands in the file, or in all of several. Raises: InterviewError."""
        project = self._project(shown)
        if project is not None:
            if project.is_untouched:
                raise InterviewError(
                    f"the files in {path_in_words(project.path)} are still as they were given", hint="e opens them"
                )
            from interview_cli.ui.code.planted_files import as_one

            return as_one(project.read())
        file = self.file(shown)
        if shown.planted is not None and not file.path.exists():
            raise InterviewError(
                f"{path_in_words(file.path)} is gone", hint="e writes the planted code again, and opens it"
            )
        if file.is_untouched(self._full(shown)):
            if shown.planted is not None:
                raise InterviewError(f"{path_in_words(file.path)} is still as it was given", hint="e opens it")
            raise InterviewError(f"{path_in_words(file.path)} is still empty", hint="e opens it, p pastes a solution")
        return file.read()

    def keep_pasted(self, shown: Shown, source: str) -> str:
        """What a pasted solution is called: the file, which holds it from now on, unless other work is in it.

        A paste that fails is mended in the editor, and must not be lost with the terminal.
        """
        file = self.file(shown)
        try:
            if source.strip() and (file.is_untouched(self._full(shown)) or file.read() == self._pasted):
                write_whole(file.path, source)
                self._pasted = file.read()
                return str(file.path)
        except InterviewError as error:
            self.terminal.print(f"Your file wasn't moved: {error}")
        return "pasted"

    def put_in(self, shown: Shown, source: str, today: date) -> None:
        """A pasted solution into the file; other work that is in it is put aside. Raises: InterviewError."""
        file = self.file(shown)
        is_other_work = not file.is_untouched(self._full(shown)) and file.read() not in (source, self._pasted)
        kept = file.put_aside(today) if is_other_work else None
        write_whole(file.path, source)
        self._pasted = file.read()
        if kept is not None:
            self.terminal.print_wrapped(f"What was in your file is now in {kept.name}.", indent=0)

    def grade(
        self, shown: Shown, source: str, *, name: str, seed: int, attempts: Sequence[Event] = ()
    ) -> Verdict | None:
        """The verdict after these attempts, to be shown when it is in the log; None if the user stopped it.

        Raises: UnavailableError.
        """
        grader = self._warm_grader()
        self.terminal.print("Grading ...")
        try:
            with self.interrupts.heard():
                verdict = self._verdict(grader, shown, source, name, seed, attempts)
        except KeyboardInterrupt:
            grader.close()
            self.terminal.print("Stopped. Nothing was recorded.")
            return None
        return verdict

    def grade_silently(
        self, shown: Shown, source: str, *, name: str, seed: int, attempts: Sequence[Event] = ()
    ) -> Verdict:
        """The same while an editor has the screen. Raises: UnavailableError."""
        return self._verdict(self._warm_grader(), shown, source, name, seed, attempts)

    def show(self, verdict: Verdict) -> None:
        """The verdict as a person reads it."""
        if verdict.standing is not None:
            from interview_cli.ui.code.debug_view import show_standing

            show_standing(verdict, None, self.terminal)
            return
        from interview_cli.ui.code.verdict_view import show_verdict

        show_verdict(verdict, self.terminal)

    def hint(self, shown: Shown, attempts: Sequence[Event], taken: int) -> str | None:
        """The next hint of a debugging exercise, after these attempts and so many hints; None if there is no more."""
        return self._planted.hint(shown, saves_among(attempts), taken, self._warm_grader())

    def tell(self, shown: Shown, left: Collection[str] | None) -> None:
        """The mistakes of a debugging exercise, where it is one; those `left` are not fixed, None for all."""
        if shown.planted is None:
            return
        from interview_cli.ui.code.debug_view import show_mistakes

        planting = self._planted.planting(shown, self._warm_grader())
        show_mistakes(planting, planting.names if left is None else left, self.terminal)

    def file_name(self, shown: Shown) -> str:
        """What the verdict calls the file."""
        project = self._project(shown)
        return str(self.file(shown).path if project is None else project.path)

    def _verdict(
        self, grader: Grader, shown: Shown, source: str, name: str, seed: int, attempts: Sequence[Event]
    ) -> Verdict:
        """Of planted code the verdict is about the item, on the inputs on which its mistakes were tried."""
        if shown.planted is None:
            return grader.grade(shown.item, source, file=name, seed=seed)
        from interview_cli.services.code.debugging import counted
        from interview_cli.ui.code.planted_files import apart

        planting = self._planted.planting(shown, grader)
        names = tuple(planting.files)
        files = apart(source, names) if planting.is_project else {names[0]: source}
        verdict = replace(grader.repair(planting, files, file=name), problem=shown.item)
        before = left_in(attempts)
        return counted(verdict, planting.names if before is None else before)

    def _project(self, shown: Shown) -> PlantedFiles | None:
        """The files of an exercise of several; None for any other."""
        return None if shown.planted is None else self._planted.project(shown, self._warm_grader(), self.solutions)

    @cached_property
    def _planted(self) -> PlantedCode:
        from interview_cli.ui.code.planted_desk import PlantedCode

        return PlantedCode()

    def _full(self, shown: Shown) -> Shown:
        """What is asked, with the code of a debugging exercise."""
        return self._planted.with_code(shown, self._warm_grader()) if shown.planted is not None else shown

    def _warm_grader(self) -> Grader:
        if self._grader is None:
            self._grader = self.make_grader()
        self._grader.warm()
        return self._grader


def hints_left(shown: Shown, taken: int) -> int:
    """How many hints an item has left; a debugging exercise has so many for each of its mistakes."""
    if shown.planted is None:
        return len(shown.hints) - taken
    from interview_cli.domain.plantings.hints import STEPS  # most drills need no kinds of mistakes

    return STEPS * shown.planted[1] - taken


def left_in(attempts: Sequence[Event]) -> tuple[str, ...] | None:
    """The mistakes that the last graded file of a debugging exercise held; None before the first."""
    saves = saves_among(attempts)
    return saves[-1][1] if saves else None


def saves_among(attempts: Sequence[Event]) -> list[tuple[int, tuple[str, ...]]]:
    """Of each file of a debugging exercise that could be run: how many hints came before it, and the mistakes that it held."""
    from interview_cli.domain.history.code_attempt import CodeAttempt  # it knows verdicts, which most drills never see

    counted = [attempt for attempt in tried(tuple(attempts)) if attempt.mark is not Mark.UNREADABLE]
    return [(attempt.hints, CodeAttempt.of(attempt).slips) for attempt in counted]
