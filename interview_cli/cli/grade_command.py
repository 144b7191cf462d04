"""`interview grade`: run a solution against the reference, say whether it is right, and why not."""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from interview_cli.cli.common import MAX_SEED, Json, ProblemName, json_line, problem_of, world_of
from interview_cli.cli.exit_codes import ExitCode
from interview_cli.domain.errors import LogUnavailableError, UnavailableError, UsageError
from interview_cli.domain.line_breaks import path_in_words

if TYPE_CHECKING:
    from interview_cli.cli.wiring import World
    from interview_cli.domain.items.question import Problem
    from interview_cli.domain.items.verdict import Verdict
    from interview_cli.domain.ports import Grader
    from interview_cli.grading.host.client import Options
    from interview_cli.services.code.grade import GradeLog

MAX_NOTEBOOK = 32 << 20
"""A notebook holds its pictures, too; its code alone is kept."""
DEVICES = ("auto", "cpu", "cuda", "mps")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "grade", epilog="Example: interview grade attention solution.py    or: pbpaste | interview grade attention -"
    )(grade)


def grade(
    context: typer.Context,
    problem: ProblemName,
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILE...|-]",
            help="Python files or notebooks; - reads standard input. Without: the file that solve keeps.",
        ),
    ] = None,
    paste: Annotated[bool, typer.Option("--paste", help="Paste the solution at a prompt and end with Ctrl-D.")] = False,
    device: Annotated[
        str, typer.Option("--device", metavar="auto|cpu|cuda|mps", help="The device to run the solution on.")
    ] = "auto",
    entry: Annotated[
        str | None,
        typer.Option(
            "--entry",
            metavar="NAME",
            help="The name to grade if yours differs; for two: NAME,NAME.",
        ),
    ] = None,
    seed: Annotated[
        int | None, typer.Option("--seed", metavar="N", min=0, max=MAX_SEED, help="Grade with the inputs of this seed.")
    ] = None,
    timeout: Annotated[
        float | None,
        typer.Option("--timeout", metavar="S", min=0.1, max=3600, help="Time limit for the solution, in seconds."),
    ] = None,
    watch: Annotated[bool, typer.Option("--watch", help="Grade again at every save until you press Ctrl-C.")] = False,
    no_record: Annotated[bool, typer.Option("--no-record", help="Don't record this in the log.")] = False,
    as_json: Json = False,
) -> None:
    """Grade solutions of a coding problem in a confined process. Exit code 0 only if all pass."""
    from interview_cli.grading.host.client import Options

    world = world_of(context)
    asked = problem_of(world, problem)
    sources = files or ([] if paste else _own_file(world, asked))
    if paste and sources:
        _usage("give either FILE... or --paste", "give a FILE, - for standard input, or --paste")
    if watch and (paste or sources == ["-"] or len(sources) != 1):
        _usage("--watch needs one file", "interview grade PROBLEM FILE --watch")
    options = Options(device=usable_device(device), timeout=timeout, entry=entry)
    if not watch:
        options = replace(options, ahead=len(sources))
    grades = None if no_record else _grade_log(world)  # a log that cannot be used is said before anything is graded
    grader = world.grader(options)
    grader.warm()
    session = GradeSession(world, asked, grader, seed, grades=grades, flags=_flags(options), as_json=as_json)
    if watch:
        session.watch(Path(sources[0]))
        return
    texts = [("-", _pasted(world))] if paste else [(name, _read(name)) for name in sources]
    is_work_of_the_day = len(texts) == 1
    verdicts = []
    for name, text in texts:
        verdicts.append(session.judged(name, text, is_work_of_the_day=is_work_of_the_day))
        session.show(verdicts[-1], "" if is_work_of_the_day else name)
    raise typer.Exit(ExitCode.OK if all(verdict.ok for verdict in verdicts) else ExitCode.NO)


def _own_file(world: World, problem: Problem) -> list[str]:
    """The file in which `solve` and `drill` have the problem written. Raises: UsageError where there is none."""
    path = world.home.solutions / f"{problem.id}.py"
    if not path.exists():
        _usage(
            f"no file given, and {path_in_words(path)} doesn't exist yet",
            f"give a FILE, - for standard input, or --paste; to start one: interview solve {problem.id}",
        )
    world.terminal.note(f"interview: grading {path_in_words(path)}")
    return [str(path)]


def _usage(message: str, hint: str) -> None:
    raise UsageError(message, hint=hint)


def _grade_log(world: World) -> GradeLog:
    """Raises: ConfigError, LogError."""
    from interview_cli.services.code.grade import GradeLog

    try:
        return GradeLog(world.log, world.clock, world.ids, world.bank)
    except LogUnavailableError as error:
        hint = f"{error.hint}, or grade without the log: add --no-record"
        raise LogUnavailableError(error.message, hint=hint) from error


def _flags(options: Options) -> tuple[str, ...]:
    """The options as one would type them again."""
    device = ("--device", options.device) if options.device != "cpu" else ()
    entry = ("--entry", options.entry) if options.entry is not None else ()
    timeout = ("--timeout", f"{options.timeout:g}") if options.timeout is not None else ()
    return (*device, *entry, *timeout)


def usable_device(wanted: str) -> str:
    """The device to grade on. Raises: UsageError; UnavailableError if this machine has none."""

    if wanted not in DEVICES:
        raise UsageError(f"there's no device {wanted!r}", hint=f"choose one of {', '.join(DEVICES)}")
    if wanted in ("auto", "cpu"):
        return "cpu"  # small inputs: a GPU's start-up costs more than it saves
    import torch

    if wanted == "cuda" and not torch.cuda.is_available():
        raise UnavailableError(
            "this machine has no CUDA device", hint="use --device cpu; to list the devices: interview doctor"
        )
    if wanted == "mps" and not torch.backends.mps.is_available():
        raise UnavailableError(
            "this machine has no MPS device", hint="use --device cpu; to list the devices: interview doctor"
        )
    return wanted


class Unreadable:
    """A file that cannot be read: its own verdict."""

    def __init__(self, reason: str) -> None:
        self.reason = reason


def _read(name: str) -> str | Unreadable:
    """Never more of a file than a solution can be."""
    from interview_cli.grading.candidate.source.notebook import is_notebook, without_outputs
    from interview_cli.grading.host.client import MAX_SOURCE
    from interview_cli.ui.source_file import text_of

    most = MAX_NOTEBOOK if name.endswith(".ipynb") else MAX_SOURCE
    try:
        raw = _first_bytes(name, most + 1)
    except IsADirectoryError:
        return Unreadable("is a folder: name the files in it")
    except OSError as error:
        return Unreadable(f"can't be read: {error.strerror}")
    if len(raw) > most:
        return Unreadable(f"is larger than {most >> 10} KiB: give the file of this one solution")
    try:
        text = text_of(raw)
        if not name.endswith(".ipynb"):
            return text
        if text.lstrip()[:1] in ("{", "[") and not is_notebook(text):
            return Unreadable("isn't a notebook as Jupyter writes one")
        return without_outputs(text)
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return Unreadable(f"isn't UTF-8 text (byte {error.start}, line {line})")


def _first_bytes(name: str, most: int) -> bytes:
    from interview_cli.ui.source_file import first_bytes

    return sys.stdin.buffer.read(most) if name == "-" else first_bytes(Path(name), most)


def _pasted(world: World) -> str | Unreadable:
    if not world.terminal.can_ask:
        return _read("-")
    world.terminal.note("Paste the solution, then press Ctrl-D on a line of its own.")
    return sys.stdin.read()


class GradeSession:
    """Grades files of one problem through one warm host; what is recorded is in the log before it is shown."""

    def __init__(
        self,
        world: World,
        problem: Problem,
        grader: Grader,
        seed: int | None,
        *,
        grades: GradeLog | None,
        flags: tuple[str, ...],
        as_json: bool,
    ) -> None:
        from interview_cli.cli.wiring import fresh_seed

        self.world, self.problem, self.grader = world, problem, grader
        self.seed = fresh_seed() if seed is None else seed
        self.grades, self.flags, self.as_json = grades, flags, as_json

    def judged(self, name: str, text: str | Unreadable, *, is_work_of_the_day: bool) -> Verdict:
        """The verdict, recorded: an attempt and, if it is work of the day, what the day's review becomes."""
        from interview_cli.domain.items.verdict import Outcome, Verdict

        if isinstance(text, Unreadable):
            verdict = Verdict(self.problem.id, name, Outcome.INVALID, f"{name} {text.reason}", self.seed)
        else:
            verdict = self.grader.grade(self.problem.id, text, file=name, seed=self.seed)
            self._record(verdict, text, is_work_of_the_day=is_work_of_the_day)
        return replace(verdict, flags=self.flags)

    def show(self, verdict: Verdict, file: str = "") -> None:
        """JSON on one line, or the verdict as a person reads it, under the file's name where one is given."""
        if self.as_json:
            self.world.terminal.print(json_line(verdict.as_json()))
            return
        from interview_cli.ui.code.verdict_view import show_verdict

        show_verdict(verdict, self.world.terminal, file)

    def watch(self, path: Path) -> None:
        """Grade at once and at each change of the file, until Ctrl-C."""
        seen: tuple[int, int] | None = None
        while True:
            stamp = _stamp(path)
            if stamp != seen:
                seen = stamp
                if not self.as_json:
                    self.world.terminal.clear()
                self.show(self.judged(str(path), _read(str(path)), is_work_of_the_day=True))
                self.world.terminal.stdout.flush()  # raises where nobody reads any more, which ends it
                at = f"{self.world.clock.now():%H:%M:%S}"  # two verdicts may look alike
                self.world.terminal.note(f"Graded at {at}. Waiting for your next save. Press Ctrl-C to stop.")
            time.sleep(0.2)

    def _record(self, verdict: Verdict, source: str, *, is_work_of_the_day: bool) -> None:
        if self.grades is None or not source:
            return
        self.grades.attempt(verdict, source)
        if is_work_of_the_day:
            self.grades.review_of_the_day(verdict.problem)


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
