"""The files of `hostile/`, and what is wrong after one was graded: used by the test here and by an ordinary user's process.

The first lines of a file say what it is:

    # expect: OUTCOME[, OUTCOME]      how the grade may end; never `pass`
    # family: ...                     one of FAMILIES
    # attempts: ...                   what it is after
    # stopped by: LAYER[, LAYER]      what stands in its way, of DEFENCES
    # problem: ID                     `attention` if it is not said
    # timeout: SECONDS                of CPU time, for those that would use it all: they may end so, too

CANARY in it is the path of a file of the user's, with an event log beside it. A file that finds a way open raises an error
with BREACH in its text.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from interview_cli.bank.reference_pages import packaged_pages
from interview_cli.domain.errors import InterviewError
from interview_cli.domain.items.verdict import Verdict
from interview_cli.grading.confinement import lockdown
from interview_cli.grading.host.client import GradingClient, Options

OTHER_FORMS = 2
"""So many candidates wait beside those for further files."""
FOLDER = Path(__file__).parent / "hostile"
FAMILIES = (
    "exhaustion", "forged verdicts", "looking for answers", "tampering", "escaping", "leaving things behind",
    "spies and gradients", "terminal escapes",
)  # fmt: skip
DEFENCES = {
    "comparison": "the judge compares values, and believes nothing else",
    "laws": "properties that every right answer has are tested on many draws",
    "protocol": "frames are bounded, strictly decoded, and answer one question each",
    "process": "the judge, its seed and its references are in another process, which is killed when it has answered",
    "source": "the file's syntax tree is searched for forbidden names",
    "withholding": "what a problem forbids is not there for the file",
    "watch": "clock, memory, output and threads are watched from outside",
    "cleaning": "text loses what a terminal would obey",
    **dict.fromkeys(lockdown.LAYERS, "a layer of confinement"),
}
PR_SET_CHILD_SUBREAPER = 36
LOOK_SECONDS = 0.01
"""To look at all processes takes as long."""
LEFT_BEHIND = (Path("/tmp/left-behind"), Path("/dev/shm/left-behind"), Path("/tmp/core"), Path("/core"))
SHARED_KEY = str(0x7E57)


@dataclass(frozen=True, slots=True)
class Attack:
    """One hostile file and its first lines."""

    name: str
    source: str
    expect: frozenset[str]
    family: str
    attempts: str
    stopped_by: tuple[str, ...]
    problem: str
    timeout: float | None


def read(path: Path) -> Attack:
    """Raises: KeyError for a file that does not say what it is."""
    source = path.read_text(encoding="utf-8")
    said: dict[str, str] = {}
    for line in source.splitlines():
        if not line.startswith("# "):
            break
        key, _, value = line.removeprefix("# ").partition(": ")
        said[key] = value
    return Attack(
        name=path.stem,
        source=source,
        expect=frozenset(said["expect"].split(", ")) | ({"timeout"} if "timeout" in said else set()),
        family=said["family"],
        attempts=said["attempts"],
        stopped_by=tuple(said["stopped by"].split(", ")),
        problem=said.get("problem", "attention"),
        timeout=float(said["timeout"]) if "timeout" in said else None,
    )


ATTACKS = tuple(
    sorted(map(read, FOLDER.glob("*.py")), key=lambda attack: (attack.timeout or 0, attack.problem, attack.name))
)
"""Under one limit in turn: the judge and the candidates that wait are those of a limit. Then those of one problem."""


@contextlib.contextmanager
def adopting_orphans() -> Iterator[None]:
    """Processes that lose their parent become this one's children meanwhile: none can leave its family tree."""
    lockdown.prctl(PR_SET_CHILD_SUBREAPER, 1)
    try:
        yield
    finally:
        lockdown.prctl(PR_SET_CHILD_SUBREAPER, 0)


def complaints(attack: Attack, client: GradingClient, folder: Path) -> list[str]:
    """Everything that is not as it should be once the file has been graded; the folder is the user's."""
    canary = folder / "canary"
    make_private_files(canary)
    before, client.options = client.options, replace(client.options, timeout=attack.timeout)
    client.warm()
    files, processes, started = state_of(folder), processes_below(os.getpid()), time.monotonic()
    source = attack.source.replace("CANARY", repr(str(canary)))
    try:
        verdict = client.grade(attack.problem, source, file="a.py", seed=3)
    except InterviewError as error:
        return [f"no verdict: {error.message} {error.hint}"]
    found = [
        (verdict.outcome.value in attack.expect, f"{verdict.outcome.value}: {verdict.message}, {verdict.checks[:1]}"),
        (time.monotonic() - started < 30, "it took too long"),
        (has_no_more_than(processes, client), "a process is left"),
        (state_of(folder) == files, "the user's files changed"),
        (not any(left.exists() for left in LEFT_BEHIND), "a file is left"),
        (not shared_objects(), "shared memory is left"),
        ("BREACH" not in "".join(texts(verdict)), f"a way is open: {[t for t in texts(verdict) if 'BREACH' in t][:1]}"),
        (all(c.isprintable() or c in "\n\t" for text in texts(verdict) for c in text), "an escape reaches the verdict"),
        (all("\n" not in line for line in one_liners(verdict)), "a sentence of the verdict has several lines"),
        (max(map(len, texts(verdict))) < 20_000, "the verdict is too long"),
        (client.open_layers == (), f"not confined: {client.open_layers}"),
    ]
    page = packaged_pages().as_answer(attack.problem)
    found.append((client.grade(attack.problem, page, file="b.py", seed=3).ok, "the host no longer grades"))
    client.options = before
    return [complaint for holds, complaint in found if not holds]


def make_private_files(canary: Path) -> None:
    """A file of the user's, and an event log beside it."""
    canary.write_text("alive")
    with contextlib.closing(sqlite3.connect(f"{canary}.db")) as log, log:
        log.execute("create table if not exists events (id)")
        log.execute("insert into events values ('first')")


def state_of(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    """Contents, mode and time of every file of a folder, and the folder's own."""
    files = {path.name: (path.read_bytes(), path.stat().st_mode, path.stat().st_mtime_ns) for path in folder.iterdir()}
    return {**files, ".": (b"", folder.stat().st_mode, folder.stat().st_mtime_ns)}


def children_of_all() -> dict[int, list[int]]:
    """The children of every process that are no zombies."""
    children: dict[int, list[int]] = {}
    for name in filter(
        str.isdecimal, os.listdir("/proc")
    ):  # a glob asks for each file once more: its process may have ended
        with contextlib.suppress(OSError):
            state, parent = Path("/proc", name, "stat").read_text().rpartition(")")[2].split()[:2]
            if state != "Z":
                children.setdefault(int(parent), []).append(int(name))
    return children


def processes_below(root: int) -> frozenset[int]:
    """Processes that descend from this one and are no zombies."""
    children = children_of_all()
    new = {root}
    found: set[int] = set()
    while new:
        new = {child for parent in new for child in children.get(parent, [])} - found
        found |= new
    return frozenset(found)


def awaited(before: frozenset[int], client: GradingClient) -> frozenset[int]:
    """The processes that wait for a task: the judge of the client's host and its candidates, nobody else in their place;
    and those of hosts that were there before, which none of the client's can join.
    """
    children, host = children_of_all(), client.host.pid if client.host else 0
    found = list(children.get(host, []))
    if len(found) == 1:
        candidates = [child for child in children.get(found[0], []) if child not in children]
        found += candidates if len(candidates) <= client.options.ahead + OTHER_FORMS else []
    others = before.intersection(children.get(os.getpid(), [])) - {host}
    return frozenset(found[: 1 + client.options.ahead + OTHER_FORMS]).union(*map(processes_below, others))


def has_no_more_than(before: frozenset[int], client: GradingClient) -> bool:
    """Whether all new descendants have gone, but those that wait; the last one's memory may still be on its way back."""
    end = time.monotonic() + 5
    while processes_below(os.getpid()) - before - awaited(before, client):
        if time.monotonic() > end:
            return False
        time.sleep(LOOK_SECONDS)
    return True


def shared_objects() -> list[str]:
    """System V memory, queues and semaphores under the key that the files use."""
    found = []
    for kind in ("shm", "msg", "sem"):
        with contextlib.suppress(OSError):
            lines = Path("/proc/sysvipc", kind).read_text().splitlines()
            found += [line for line in lines if line.split()[0] == SHARED_KEY]
    return found


def texts(verdict: Verdict) -> Iterator[str]:
    """Every text that a person may see."""
    yield from (verdict.message, verdict.output, *verdict.notes)
    for check in verdict.checks:
        yield from (check.name, check.message, check.input, check.expected, check.got)
    yield from (diagnosis.message for diagnosis in verdict.diagnosis)


def one_liners(verdict: Verdict) -> Iterator[str]:
    """What a person takes for the program's own words: a line more would look like a verdict."""
    yield from (verdict.message, *verdict.notes)
    yield from (check.message for check in verdict.checks)
    yield from (diagnosis.message for diagnosis in verdict.diagnosis)


def first_of_each_kind() -> set[str]:
    """The names of the first file of each family, of those that the same stops, and that end the same."""
    found: dict[object, str] = {}
    for attack in ATTACKS:
        found.setdefault((attack.family, attack.stopped_by, attack.expect), attack.name)
    return {*found.values()}


def main() -> None:
    """Grade all of them and print, as JSON, the complaints for each."""
    from interview_cli.bank.load import load, packaged_bank

    client = GradingClient(load([packaged_bank()], None).problems, os.environ, Options(explain=False))
    with tempfile.TemporaryDirectory() as folder, adopting_orphans():
        found = {attack.name: complaints(attack, client, Path(folder)) for attack in ATTACKS}
    client.close()
    json.dump(found, sys.stdout)
