"""`interview grade`: run a solution against the reference, say whether it is right, and why not."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from interview_cli.cli.common import Json, ProblemName, json_line, problem_of, world_of
from interview_cli.cli.exit_codes import ExitCode

if TYPE_CHECKING:
    from interview_cli.cli.wiring import World
    from interview_cli.domain.question import Problem
    from interview_cli.domain.verdict import Verdict
    from interview_cli.grading.client import GradingClient

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
        list[str] | None, typer.Argument(metavar="[FILE...|-]", help="Python files; - reads standard input.")
    ] = None,
    paste: Annotated[bool, typer.Option("--paste", help="Paste the solution into a prompt; Ctrl-D ends it.")] = False,
    device: Annotated[
        str, typer.Option("--device", metavar="auto|cpu|cuda|mps", help="Where the solution computes.")
    ] = "auto",
    entry: Annotated[
        str | None, typer.Option("--entry", metavar="NAME", help="The function to grade, if it has another name.")
    ] = None,
    seed: Annotated[int | None, typer.Option("--seed", min=0, help="Grade on the inputs of this seed.")] = None,
    timeout: Annotated[
        float | None, typer.Option("--timeout", metavar="S", min=0.1, help="Seconds that it may compute.")
    ] = None,
    watch: Annotated[bool, typer.Option("--watch", help="Grade again at each save; Ctrl-C ends it.")] = False,
    no_record: Annotated[bool, typer.Option("--no-record", help="Leave no trace in the log.")] = False,
    as_json: Json = False,
) -> None:
    """Grade solutions of a coding problem in a confined process. Exit code 0 only if all pass."""
    from interview_cli.grading.client import Options

    world = world_of(context)
    asked = problem_of(world, problem)
    sources = files or []
    if paste == bool(sources):
        _usage(
            "give either FILE... or --paste" if paste else "no file given", "a FILE, - for standard input, or --paste"
        )
    if watch and (paste or sources == ["-"] or len(sources) != 1):
        _usage("--watch needs one file", "interview grade PROBLEM FILE --watch")
    grader = world.grader(Options(device=usable_device(device), timeout=timeout, entry=entry))
    grader.warm()
    session = GradeSession(world, asked, grader, seed, record=not no_record, as_json=as_json)
    if watch:
        session.watch(Path(sources[0]))
        return
    texts = [("-", _pasted(world))] if paste else [(name, _read(name)) for name in sources]
    verdicts = [session.grade(name, text) for name, text in texts]
    session.remember(verdicts, [text if isinstance(text, str) else "" for _, text in texts])
    raise typer.Exit(ExitCode.OK if all(verdict.ok for verdict in verdicts) else ExitCode.NO)


def _usage(message: str, hint: str) -> None:
    from interview_cli.domain.errors import UsageError

    raise UsageError(message, hint=hint)


def usable_device(wanted: str) -> str:
    """The device to grade on. Raises: UsageError; UnavailableError if this machine has none."""
    from interview_cli.domain.errors import UnavailableError, UsageError

    if wanted not in DEVICES:
        raise UsageError(f"no device {wanted!r}", hint=f"devices are {', '.join(DEVICES)}")
    if wanted in ("auto", "cpu"):
        return "cpu"  # small inputs: a GPU's start-up costs more than it saves
    import torch

    if wanted == "cuda" and not torch.cuda.is_available():
        raise UnavailableError("no CUDA device", hint="grade with --device cpu; `interview doctor` lists devices")
    if wanted == "mps" and not torch.backends.mps.is_available():
        raise UnavailableError("no MPS device", hint="grade with --device cpu; `interview doctor` lists devices")
    return wanted


class Unreadable:
    """A file that cannot be read: its own verdict."""

    def __init__(self, reason: str) -> None:
        self.reason = reason


def _read(name: str) -> str | Unreadable:
    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        return Unreadable(f"cannot be read: {error.strerror}")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return Unreadable(f"is not UTF-8 text (byte {error.start}, line {line})")


def _pasted(world: World) -> str:
    if not world.terminal.can_ask:
        return sys.stdin.read()
    world.terminal.note("Paste the solution, then press Ctrl-D on a line of its own.")
    return sys.stdin.read()


class GradeSession:
    """Grades files of one problem through one warm host and shows each verdict as it comes."""

    def __init__(
        self, world: World, problem: Problem, grader: GradingClient, seed: int | None, *, record: bool, as_json: bool
    ) -> None:
        from interview_cli.cli.wiring import fresh_seed

        self.world, self.problem, self.grader = world, problem, grader
        self.seed = fresh_seed() if seed is None else seed
        self.record, self.as_json = record, as_json

    def grade(self, name: str, text: str | Unreadable) -> Verdict:
        """The verdict, shown."""
        from interview_cli.domain.verdict import Outcome, Verdict

        shown_as = "-" if name == "-" else name
        if isinstance(text, Unreadable):
            verdict = Verdict(self.problem.id, shown_as, Outcome.INVALID, f"{name} {text.reason}", self.seed)
        else:
            verdict = self.grader.grade(self.problem.id, text, file=shown_as, seed=self.seed)
        self.show(verdict)
        return verdict

    def show(self, verdict: Verdict) -> None:
        """JSON on one line, or the verdict as a person reads it."""
        if self.as_json:
            self.world.terminal.print(json_line(verdict.as_json()))
            return
        from interview_cli.ui.verdict_view import show_verdict

        show_verdict(verdict, self.world.terminal)

    def remember(self, verdicts: list[Verdict], sources: list[str]) -> None:
        """One file: an attempt and, once a study day, its review. Several files: attempts only."""
        if not self.record:
            return
        from interview_cli.services.grade import GradeLog

        log = GradeLog(self.world.log, self.world.clock, self.world.ids, self.world.bank)
        for verdict, source in zip(verdicts, sources, strict=True):
            if verdict.as_json()["verdict"] != "invalid" or source:
                log.attempt(verdict, source)
        if len(verdicts) == 1:
            log.review_of_the_day(verdicts[0].problem)

    def watch(self, path: Path) -> None:
        """Grade at once and at each change of the file, until Ctrl-C."""
        import time

        seen: tuple[int, int] | None = None
        while True:
            stamp = _stamp(path)
            if stamp != seen:
                seen = stamp
                text = _read(str(path))
                self.remember([self.grade(str(path), text)], [text if isinstance(text, str) else ""])
                self.world.terminal.note("watching for the next save; Ctrl-C ends")
            time.sleep(0.2)


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
