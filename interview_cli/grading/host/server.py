"""A process that has imported torch and the judge's code; forks a judge for every few files. Holds no reference itself.

Requests come in on standard input and verdicts go out on standard output, each as a length and JSON. Where forking after
torch is unsafe (macOS) or impossible (CUDA), the candidate is a fresh interpreter instead.
"""

from __future__ import annotations

import gc

gc.disable()  # a third of torch's import time is the collector looking at torch's own objects

import contextlib  # noqa: E402
import json  # noqa: E402
import os  # noqa: E402
import pwd  # noqa: E402
import signal  # noqa: E402
import struct  # noqa: E402
import time  # noqa: E402
import traceback  # noqa: E402
import warnings  # noqa: E402
from collections.abc import Callable, Iterator  # noqa: E402
from dataclasses import dataclass  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any, NoReturn  # noqa: E402

import numpy.random  # noqa: E402, F401  # seeded for each call: the first one would load it, in every candidate anew
import torch  # noqa: E402

import interview_cli  # noqa: E402
from interview_cli.domain.items.verdict import Outcome, Verdict  # noqa: E402
from interview_cli.domain.plantings.planting import Planting  # noqa: E402
from interview_cli.grading.candidate import runner, withheld  # noqa: E402, F401
from interview_cli.grading.candidate.uncompiled import do_without_compiler  # noqa: E402
from interview_cli.grading.confinement import lockdown, seccomp  # noqa: E402
from interview_cli.grading.confinement.lockdown import Confinement  # noqa: E402
from interview_cli.grading.host.starting import fork_worker, spawn_worker  # noqa: E402
from interview_cli.grading.host.verdict import Spare, judge  # noqa: E402
from interview_cli.grading.judge.expected import Expected, inputs_seed, seed_of  # noqa: E402
from interview_cli.grading.judge.outcome import Task  # noqa: E402
from interview_cli.grading.judge.text import readable  # noqa: E402
from interview_cli.grading.judge.worker import Abandoned, Stopped, Worker  # noqa: E402
from interview_cli.grading.planting.compose import Composer, NoPlanting  # noqa: E402
from interview_cli.grading.planting.projects import judge_project, project_planting  # noqa: E402
from interview_cli.grading.wire import frames  # noqa: E402
from interview_cli.grading.wire.limits import Limits  # noqa: E402
from reference_impls import index  # noqa: E402

LENGTH = struct.Struct("<I")
JUDGE_MEMORY_BYTES = 4 << 30
JUDGE_GRACE_SECONDS = 30.0
JUDGE_CPU_SECONDS = 60.0
LOOK_SECONDS = 0.1
MAX_TRACE = 4000
OTHER_FORMS = 2
"""So many processes more may one file take: one for each form that its answer may be in."""


def hidden_folders() -> list[str]:
    """What a candidate may not read: references, questions with their answers, and this program."""
    root = Path(interview_cli.__file__).resolve().parents[1]
    return [str(root / name) for name in ("reference_impls", "question_bank", "interview_cli", "tests")]


def reference_folder() -> str:
    """Where the answers are."""
    return hidden_folders()[0]


def private_folders() -> list[str]:
    """What mounts cover where Landlock is missing: what a candidate may not read, and the user's home folder.

    The home folder is asked of the system: what $HOME says is made up in a clean environment.
    """
    return [pwd.getpwuid(os.getuid()).pw_dir, *hidden_folders()]


def can_fork() -> bool:
    """Forking after torch's import is safe on Linux, single-threaded."""
    return lockdown.LINUX and len(os.listdir("/proc/self/task")) == 1


def warm_up() -> None:
    """Touch common code once, single-threaded, so that forked children inherit warm pages and resolved symbols."""
    functional = torch.nn.functional
    q = torch.randn(2, 4, 8, requires_grad=True)
    ((torch.softmax(q @ q.transpose(1, 2) / 2, -1) @ q) * torch.randn(2, 4, 8)).sum().backward()  # type: ignore[no-untyped-call]
    torch.autograd.grad((functional.linear(q, torch.randn(8, 8)).relu() * 2).sum(), q)
    functional.layer_norm(q, (8,))
    functional.cross_entropy(q[0], torch.arange(4))
    layer = torch.nn.Linear(8, 8)
    layer.load_state_dict(layer.state_dict())
    torch.isclose(q, q).any()
    repr(q.detach())
    withheld.warm_up()
    frames.unpack(frames.pack("warm", [q.detach()])[frames.HEAD.size :][:0] or b'{"op":"warm"}', bytearray())


def prepare() -> int | None:
    """Set the process up; returns the Landlock ruleset for the children, None without one."""
    os.environ.setdefault("TORCHINDUCTOR_CACHE_DIR", "/tmp")
    torch.set_num_threads(1)
    do_without_compiler()
    ruleset = None
    if lockdown.LINUX:
        seccomp.filter_for(1)
        lockdown.hide_from_siblings()
        ruleset = lockdown.read_ruleset(hidden_folders())
    warm_up()
    gc.freeze()
    return ruleset


def serve(ruleset: int | None) -> NoReturn:
    """Answer requests until standard input ends.

    A request comes in two parts: how to start the candidate, and the task (an empty one ends it). The task is read after
    the fork by the judge, so that neither this process nor the candidate ever holds its seed.
    """
    requests, answers = os.dup(0), os.dup(1)
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.dup2(2, 1)  # nothing that a library prints may look like an answer
    os.set_inheritable(requests, False)
    while True:
        start = receive(requests)
        grade_apart(Pipes(requests, answers), start, ruleset)


@dataclass(frozen=True, slots=True)
class Pipes:
    """Where tasks come in and verdicts go out."""

    requests: int
    answers: int


def receive(fd: int) -> dict[str, Any]:
    """The next length-prefixed JSON object; leaves the process at the end of input."""
    raw = read_exactly(fd, LENGTH.size)
    body = raw and read_exactly(fd, LENGTH.unpack(raw)[0])
    if body is None:
        os._exit(0)
    message: dict[str, Any] = json.loads(body)
    return message


def read_exactly(fd: int, size: int) -> bytes | None:
    """That many bytes, None at the end of input."""
    data = bytearray()
    while len(data) < size:
        chunk = os.read(fd, size - len(data))
        if not chunk:
            return None
        data += chunk
    return bytes(data)


def send(fd: int, answer: dict[str, Any]) -> None:
    """One length-prefixed JSON object."""
    body = json.dumps(answer).encode()
    view = memoryview(LENGTH.pack(len(body)) + body)
    while view:
        view = view[os.write(fd, view) :]


def grade_apart(pipes: Pipes, start: dict[str, Any], ruleset: int | None) -> None:
    """Grade in a judge of its own, so that references never enter this process."""
    if not (lockdown.LINUX and can_fork()):
        answer_and_reap(pipes, start, ruleset)
        return
    host = os.getpid()
    pid = os.fork()
    if pid == 0:
        try:
            lockdown.die_with_parent(host)
            answer_and_reap(pipes, start, ruleset)
            os._exit(0)
        finally:
            os._exit(1)  # no answer was sent: the host says so at once
    _, status = os.waitpid(pid, 0)
    if status != 0:
        with contextlib.suppress(BrokenPipeError):  # nobody waits any more
            send(pipes.answers, ending(os.waitstatus_to_exitcode(status)))
        os._exit(1)  # the task may not have been read to its end: the next request would begin in its middle


def ending(status: int) -> dict[str, str]:
    """What is answered in the place of a judge that has gone: a signal ends one only over what a solution returned."""
    if status >= 0:
        return {"fault": f"the judge ended with status {status}"}
    why = (
        "its time" if status == -signal.SIGPROF else "its memory" if status == -signal.SIGKILL else f"signal {-status}"
    )
    return {"crashed": f"what the solution returned cannot be judged: the judge ended ({why})"}


def answer_and_reap(pipes: Pipes, start: dict[str, Any], ruleset: int | None) -> None:
    """Grade as many files as candidates were asked for, all forked before the first reference is loaded.

    The next file on the same problem and seed finds what the reference gives. An answer says how many candidates are left.
    The task may come much later than the candidate starts: its process is started ahead of need.
    """
    limits = Limits(**start["limits"])
    try:
        candidates = start_candidates(start, limits, ruleset, pipes.requests)
    except Stopped as stopped:
        if receive(pipes.requests):
            send(pipes.answers, not_started(stopped))
        return
    if lockdown.LINUX:
        lockdown.limit_memory(JUDGE_MEMORY_BYTES)
    try:
        reserve = Reserve(confinement_of(start, limits, ruleset), pipes.requests, candidates)
        grade_in_turn(pipes, candidates, reserve, limits.wall_seconds)
    except Abandoned:
        return
    finally:
        for candidate in candidates:
            candidate.kill()
            candidate.reap()


class Reserve:
    """More candidates for a file that is asked everything anew: forked ahead with the others, or spawned when needed."""

    def __init__(self, confinement: Confinement, lifeline: int, candidates: list[Worker]) -> None:
        self._confinement, self._lifeline, self._candidates = confinement, lifeline, candidates
        self.forked = can_be_forked(confinement)
        self.used: list[Worker] = []

    def __call__(self) -> Worker | None:
        """Another candidate, None if none can be had."""
        if self.forked:
            self.used += [self._candidates.pop()] if self._candidates else []
        else:
            with contextlib.suppress(Stopped):
                self.used.append(start_candidate(self._confinement, self._lifeline))
        return self.used[-1] if self.used and not self.used[-1].dead else None

    @property
    def left(self) -> int:
        """How many files can still be graded; what is kept for other forms does not count."""
        return len(self._candidates) - (OTHER_FORMS if self.forked else 0)

    def look(self) -> None:
        """See `Worker.look`. Raises: Abandoned."""
        for candidate in self.used:
            candidate.look()

    def reap(self) -> None:
        """Those that were used are over."""
        for candidate in self.used:
            candidate.kill()
            candidate.reap()
        self.used.clear()


def grade_in_turn(pipes: Pipes, candidates: list[Worker], reserve: Reserve, seconds: float) -> None:
    """One task for each candidate, which leaves the list with it, until there are no more tasks.

    Of a candidate that was not needed, as for planting, nobody knows the layers, and nothing is said of them.
    """
    desk = Desk(seconds + JUDGE_GRACE_SECONDS, reserve, reserve.look)
    while reserve.left > 0 and desk.is_usable:
        task = receive(pipes.requests)
        if not task:
            return
        candidate = candidates.pop(0)
        verdict = desk.grade(task, candidate)
        left = max(0, reserve.left) if desk.is_usable else 0
        open_layers = lockdown.open_layers(candidate.layers) if candidate.settled else None
        send(pipes.answers, {**verdict, "open_layers": open_layers, "left": left})
        candidate.reap()  # the answer first: freeing the candidate's memory takes longer than many a grade
        reserve.reap()


def not_started(stopped: Stopped) -> dict[str, Any]:
    """A fault of ours: nothing of the solution has run."""
    return {"fault": f"the candidate's process did not start: {stopped.message}"}


def confinement_of(start: dict[str, Any], limits: Limits, ruleset: int | None) -> Confinement:
    """How the candidate of a request is to be closed in."""
    return Confinement(
        limits=limits,
        ruleset=ruleset,
        conceal=(*private_folders(), *start["conceal"]),
        skip=frozenset(start["skip_layers"]),
    )


class Desk:
    """Grades one task after the other, and keeps what the reference gives for the latest problem and seed."""

    def __init__(self, seconds: float, spare: Spare = lambda: None, look: Callable[[], None] = lambda: None) -> None:
        self.seconds = seconds
        self.spare = spare
        self.look = look
        self.is_usable = True
        self._asked = ("", 0)
        self._expected: Expected | None = None

    def grade(self, task: dict[str, Any], candidate: Worker) -> dict[str, Any]:
        """The verdict as JSON; a fault of ours is said as one, and is not a pass. The candidate is killed in any case.

        After so many seconds there is a verdict: what a solution returns may take for ever to be looked at. What was
        interrupted then, or went wrong, is used for no other file.
        """
        started = time.monotonic()
        # The candidate inherited this process's generator: this seed it does not know, and the same grade draws the same again.
        torch.manual_seed(seed_of(task["seed"], "judge"))
        gc.enable()
        warnings.simplefilter("ignore")  # of what a solution returned: nobody reads them, their pipe must not fill up
        self.is_usable = False

        def look() -> None:
            candidate.look()
            self.look()

        try:
            with interrupted_after(self.seconds, look):
                verdict = self._verdict(task, candidate, started)
            self.is_usable = True
            return verdict
        except TooLong:
            return too_long(task, time.monotonic() - started, candidate.waited)
        except Stopped as stopped:  # the judge takes every later one for an answer
            return not_started(stopped)
        except Exception as error:
            trace = readable(traceback.format_exc()[-MAX_TRACE:])
            return {"fault": readable(f"{type(error).__name__}: {error}"[:MAX_TRACE]), "trace": trace}
        finally:
            candidate.kill()

    def _verdict(self, request: dict[str, Any], candidate: Worker, started: float) -> dict[str, Any]:
        if "bugs" in request:
            return planting_or_none(request["problem_id"], request["bugs"], request["seed"])
        if "files" in request:
            planting = Planting.of_json(request["planting"])
            verdict = judge_project(planting, request["files"], request["file"], candidate)
            return verdict.as_json() | {"standing": verdict.standing and verdict.standing.as_json()}
        fields: dict[str, Any] = {
            key: request[key] for key in ("problem_id", "source", "entries", "file", "seed", "device")
        }
        forbid = tuple(request["forbid"])
        notes, setup = tuple(request["notes"]), request.get("setup", {})
        planted = tuple(request.get("planted", ()))
        fields |= {key: request[key] for key in ("explain", "pair_seconds", "repair_seconds") if key in request}
        traced = looked_for(forbid)
        task = Task(**fields, forbid=forbid, traced=traced, notes=notes, setup=setup, planted=planted)
        verdict = judge(task, candidate, self._expected_of(task), started, self.spare)
        return verdict.as_json() | {"standing": verdict.standing and verdict.standing.as_json()}

    def _expected_of(self, task: Task) -> Expected:
        """Imports the reference: the candidates are apart by now."""
        asked = task.problem_id, task.seed
        if self._expected is None or self._asked != asked:
            self._asked, self._expected = asked, Expected(index.load(task.problem_id), inputs_seed(task.seed))
        return self._expected


def planting_or_none(problem: str, bugs: int, seed: int) -> dict[str, Any]:
    """The planting as JSON; without one, how many mistakes the problem can hold at most."""
    try:
        is_project = index.folder_of(problem) is None
        found = (
            project_planting(problem, bugs, seed) if is_project else Composer(index.load(problem), seed).planting(bugs)
        )
        return {"planting": found.as_json()}
    except NoPlanting as none:
        return {"planting": None, "most": none.most}


def looked_for(forbid: tuple[str, ...]) -> tuple[str, ...]:
    """What cannot be withheld of it, and what does the same work."""
    kept = [name for name in forbid if name in withheld.BUILDING_BLOCKS or not withheld.operators()]
    return tuple(dict.fromkeys([*kept, *(other for name in kept for other in withheld.equivalents().get(name, ()))]))


def too_long(task: dict[str, Any], seconds: float, waited: float) -> dict[str, Any]:
    """The verdict on a file that cannot be judged in time, whoever took it; `waited` was for the solution's answers."""
    message = "what the solution returned takes too long to judge"
    if waited > seconds / 2:
        message = f"grading ended after {seconds:.2g} s, of which the solution took {waited:.2g} s to answer"
    fields = {key: task[key] for key in ("file", "seed", "device")}
    return Verdict(task["problem_id"], outcome=Outcome.TIMEOUT, message=message, seconds=seconds, **fields).as_json()


class TooLong(BaseException):
    """Raised into the judge's own computing; no `except Exception` on the way takes it for an answer."""


@contextlib.contextmanager
def interrupted_after(seconds: float, look: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Looks up from the judge's computing every tenth of a second: after the time TooLong is raised where the judge is.

    One long call into C ends by the default of SIGPROF: death. Raises: TooLong, and what `look` does.
    """
    end = time.monotonic() + seconds

    def interrupt(*_: object) -> None:
        if time.monotonic() >= end:
            raise TooLong
        look()

    signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, min(LOOK_SECONDS, seconds), LOOK_SECONDS)
    signal.setitimer(signal.ITIMER_PROF, JUDGE_CPU_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.setitimer(signal.ITIMER_PROF, 0)


def start_candidates(start: dict[str, Any], limits: Limits, ruleset: int | None, lifeline: int) -> list[Worker]:
    """One for each file that may come, and some to spare; one alone where each is an interpreter of its own. Raises: Stopped."""
    confinement = confinement_of(start, limits, ruleset)
    number = start["candidates"] + OTHER_FORMS if can_be_forked(confinement) else 1
    return [start_candidate(confinement, lifeline) for _ in range(number)]


def can_be_forked(confinement: Confinement) -> bool:
    """Not with a device: its driver's state does not survive that."""
    return confinement.limits.device == "cpu" and lockdown.LINUX


def start_candidate(confinement: Confinement, lifeline: int) -> Worker:
    """Fork where it is safe, else a fresh interpreter."""
    if can_be_forked(confinement):
        return fork_worker(confinement, lifeline)
    return spawn_worker(confinement, hidden_folders(), os.environ, lifeline)


def main() -> NoReturn:
    """Entry of the host process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal's Ctrl-C is for the program in front
    if lockdown.LINUX:
        lockdown.prctl(lockdown.PR_SET_PDEATHSIG, signal.SIGKILL)  # if the parent has gone by now, its pipe has, too
    serve(prepare())


if __name__ == "__main__":
    main()
