"""What confinement stops, layer by layer, as root and as an ordinary user; and that the filter answers as it should.

With one layer left out, what it alone stops is open; `NEEDED_FOR` says what that is. The filter is also run here,
instruction by instruction, for both architectures.
"""

from __future__ import annotations

import errno
import mmap
import os
import re
import signal
import socket
import struct
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from interview_cli.domain.items.question import Problem
from interview_cli.grading.confinement import lockdown, mounts, seccomp
from interview_cli.grading.confinement.lockdown import Confinement
from interview_cli.grading.host.client import GradingClient, Options
from tests.grading.people import command_of, each_user, printed

MACHINES = ("x86_64", "aarch64")
DEVICES = ("cpu", "cuda")
PID = 4321
PR_SET_NAME, PR_GET_SECCOMP, PR_SET_SECCOMP, PR_FUTEX_HASH = 15, 21, 22, 78
MADV_DONTNEED, MADV_MERGEABLE, MADV_HUGEPAGE, MADV_COLD, MADV_PAGEOUT, MADV_HWPOISON = 4, 12, 14, 20, 21, 100
EVERYDAY = {"x86_64": (0, 1, 3, 9, 11, 202, 231), "aarch64": (63, 64, 57, 222, 215, 98, 94)}
"""read, write, close, mmap, munmap, futex, exit_group."""

WRITING = {"write or create files", "empty a file", "delete files"}
READING = {"read your home folder", "read the references"}
SECCOMP_ALONE = {
    "read extended attributes of your files",
    "push libraries out of the page cache",
    "enlarge pipes",
    "change permissions",
    "open network connections",
    "open local sockets (ssh-agent, docker)",
    "start processes",
    "make a new user namespace",
}
COVERED = {"change permissions", "empty a file", "delete files", "read extended attributes of your files"}
EITHER_FILTER = {"start programs", "signal other processes"}
BOTH_FILTERS = WRITING | READING | SECCOMP_ALONE | EITHER_FILTER
MEMORY = {"take more memory than its budget"}
NEEDED_FOR: dict[frozenset[str], set[str]] = {
    frozenset(): set(),
    frozenset({"session"}): set(),
    frozenset({"death-with-parent"}): set(),
    frozenset({"namespaces"}): set(),  # not tried where there is Landlock
    frozenset({"capabilities"}): set(),
    frozenset({"limits"}): MEMORY,
    frozenset({"no-new-privileges"}): BOTH_FILTERS,  # neither filter can be installed without it
    frozenset({"landlock"}): set(),  # mounts hide what it would refuse to read
    frozenset({"landlock", "namespaces"}): READING,
    frozenset({"landlock", "capabilities"}): set(),
    frozenset({"seccomp"}): SECCOMP_ALONE,
    frozenset({"landlock", "seccomp"}): (SECCOMP_ALONE | EITHER_FILTER | WRITING) - COVERED,
    frozenset({"landlock", "namespaces", "seccomp"}): BOTH_FILTERS,
    frozenset(lockdown.LAYERS): BOTH_FILTERS | MEMORY,
}
"""What opens when these layers are left out, whoever runs it. Files that are covered can be neither read nor changed."""

KNOWN = "see that a file or process is there, its size, times and where a link leads, by a name it knows"
"""Open everywhere: `doctor` says so."""
ENVIRON = "read the environment of other processes"
JUDGE = "write into the judge's memory"
ENVIRON_OPEN = {
    # Another process's environment is closed to root's processes once they have no capabilities ...
    "root": {frozenset({"landlock", "capabilities"}), frozenset(lockdown.LAYERS)},
    # ... and to an ordinary user's by Landlock, or inside a user namespace.
    "ordinary user": {
        frozenset({"no-new-privileges"}),
        frozenset({"landlock", "namespaces"}),
        frozenset({"landlock", "namespaces", "seccomp"}),
        frozenset(lockdown.LAYERS),
    },
}
JUDGE_OPEN = {"root": {frozenset(lockdown.LAYERS)}, "ordinary user": set()}
"""An undumpable judge is closed to its user's processes, to root's only if they have no capabilities."""

MEASURE = """
import json, sys
from dataclasses import replace
from interview_cli.grading.host import probe
graded = probe.as_graded()
skips = [replace(graded, skip=frozenset(skip)) for skip in json.loads(sys.argv[1])]
found = [[name for name, open in probe.open_effects(confinement).items() if open] for confinement in skips]
print(json.dumps([probe.layers_in_force(graded), found]))
"""
HIDDEN = """
import json, os, sys, tempfile
from interview_cli.bank.load import load, packaged_bank
from interview_cli.grading.host.client import GradingClient, Options
problems = load([packaged_bank()], None).problems
found = []
with tempfile.TemporaryDirectory() as private:
    open(private + "/secret", "w").close()
    client = GradingClient(problems, os.environ)
    for skip in (["landlock"], ["landlock", "namespaces"]):
        client.options = Options(skip_layers=frozenset(skip), conceal=(private,), ahead=2, repair_seconds=0)
        for source in json.loads(sys.argv[1]):
            verdict = client.grade("attention", source.replace("PRIVATE", repr(private)), file="a.py", seed=3)
            found.append([verdict.outcome, verdict.output.strip()])
        found.append(client.open_layers)
    client.close()
    found.append(os.listdir(private))
print(json.dumps(found))
"""
GRADE = """
import json, os, sys
from interview_cli.bank.load import load, packaged_bank
from interview_cli.grading.host.client import GradingClient, Options
client = GradingClient(load([packaged_bank()], None).problems, os.environ, Options(ahead=2, repair_seconds=0))
print(json.dumps([client.grade("attention", source, file="a.py", seed=3).outcome for source in json.loads(sys.argv[1])]))
client.close()
"""
RIGHT = """
import math
def attention(q, k, v, mask=None):
    scores = q @ k.mT / q.shape[-1] ** 0.5
    scores = scores if mask is None else scores.masked_fill(mask == 0, -math.inf)
    p = scores.softmax(-1)
    return p @ v, p
"""


def first_doing(statement: str) -> str:
    """The right answer that does something else first: what stands beside it may fail, and counts for nothing."""
    head = "def attention(q, k, v, mask=None):\n"
    return RIGHT.replace(head, f"{head}    {statement}\n")


linux_only = pytest.mark.skipif(not lockdown.LINUX, reason="layers of the Linux kernel")


# --- the filter -------------------------------------------------------------------------------------------------------


def instructions(code: bytes) -> list[tuple[int, int, int, int]]:
    """Operation, jump if true, jump if false, operand."""
    return list(struct.iter_unpack("<HBBI", code))


def verdict(code: bytes, audit: int, number: int, *arguments: int) -> int:
    """What the filter answers to a call."""
    data = struct.pack("<IIQ6Q", number, audit, 0, *arguments, *[0] * (6 - len(arguments)))
    program, at, accumulator = instructions(code), 0, 0
    while True:
        operation, if_true, if_false, operand = program[at]
        at += 1
        match operation:
            case seccomp.LOAD_WORD:
                accumulator = struct.unpack_from("<I", data, operand)[0]
            case seccomp.JUMP_EQUAL:
                at += if_true if accumulator == operand else if_false
            case seccomp.JUMP_GREATER_EQUAL:
                at += if_true if accumulator >= operand else if_false
            case seccomp.JUMP_BITS:
                at += if_true if accumulator & operand else if_false
            case seccomp.RETURN:
                return operand
            case _:
                raise AssertionError(f"operation {operation}")


def built(machine: str, device: str = "cpu") -> bytes:
    code = seccomp.build_filter(PID, machine, device=device)
    assert code is not None
    return code


@pytest.mark.parametrize("machine", MACHINES)
@pytest.mark.parametrize("device", DEVICES)
def test_every_jump_of_the_filter_stays_inside_it(machine: str, device: str) -> None:
    program = instructions(built(machine, device))
    assert len(program) < 4096
    assert program[-1][0] == seccomp.RETURN
    for index, (operation, if_true, if_false, _) in enumerate(program):
        if operation in (seccomp.JUMP_EQUAL, seccomp.JUMP_GREATER_EQUAL, seccomp.JUMP_BITS):
            assert index + 1 + max(if_true, if_false) < len(program)


def numbered(table: seccomp.CallTable) -> dict[str, int]:
    """Every call of a table by name."""
    named = seccomp.numbered(f"{table.changes_files} {table.attributes} {table.denied} {table.absent}")
    special = ("open", "openat", "clone", "kill", "tgkill", "ioctl", "prlimit64", "fcntl", "prctl", "mmap", "madvise")
    return named | {name: number for name in special if (number := getattr(table, name)) is not None}


@pytest.mark.parametrize("machine", MACHINES)
def test_no_number_stands_for_two_calls(machine: str) -> None:
    table = seccomp.TABLES[machine]
    names = f"{table.changes_files} {table.attributes} {table.denied} {table.absent}".split()[::2]
    assert max(Counter(names).values()) == 1
    assert max(Counter(numbered(table).values()).values()) == 1


@pytest.mark.parametrize(
    ("machine", "header"),
    [
        ("x86_64", "/usr/include/x86_64-linux-gnu/asm/unistd_64.h"),
        ("aarch64", "/usr/include/asm-generic/unistd.h"),
    ],
)
def test_numbers_are_the_kernels(machine: str, header: str) -> None:
    """Every name is the kernel's, under its number; headers older than a call may lack it."""
    if not Path(header).exists():
        pytest.skip(f"no {header}")
    found = re.findall(r"#define __NR(?:3264)?_(\w+)\s+(\d+)", Path(header).read_text())
    kernel = {name: int(number) for name, number in found}
    newest = max(number for name, number in kernel.items() if name != "syscalls")
    for name, number in numbered(seccomp.TABLES[machine]).items():
        assert kernel.get(name) == number or (name not in kernel and number > newest), name


@linux_only
def test_only_the_signal_calls_hold_the_process_id() -> None:
    """The id is patched into the assembled filter, at whole operands, once for kill and once for tgkill."""
    code = seccomp.filter_for(PID)
    if code is None:
        pytest.skip("no filter for this architecture")
    placeholder, operands = struct.pack("<I", seccomp.PID_PLACEHOLDER), [i[3] for i in instructions(code)]
    assert placeholder not in code
    assert operands.count(PID) == 2
    assert code == built(os.uname().machine)


@pytest.mark.parametrize("machine", MACHINES)
@pytest.mark.parametrize("device", DEVICES)
def test_the_filter_answers(machine: str, device: str) -> None:
    """Denied, absent, unknown and foreign calls, and the calls whose arguments decide, whatever the device."""
    code, table = built(machine, device), seccomp.TABLES[machine]

    def ask(number: int, *arguments: int) -> int:
        return verdict(code, table.audit, number, *arguments)

    denied = seccomp.numbered(table.denied)
    assert {name for name, number in denied.items() if ask(number) != seccomp.EPERM} == (
        set() if device == "cpu" else set(seccomp.NEEDED_ON_CUDA)
    )
    assert {ask(number) for number in seccomp.numbered(table.changes_files).values()} == {seccomp.EROFS}
    assert {ask(number) for number in seccomp.numbered(table.absent).values()} == {seccomp.ENOSYS}
    assert {ask(seccomp.LAST_KNOWN_CALL + 1), ask(seccomp.FIRST_X32_CALL - 1)} == {seccomp.ENOSYS}
    assert {ask(seccomp.FIRST_X32_CALL | 1), ask((1 << 32) - 1)} == {seccomp.KILL}
    assert {verdict(code, other, 1) for other in (0x40000003, 0xC00000B7 ^ 0xC000003E ^ table.audit, 0)} == {
        seccomp.KILL
    }
    assert ask(table.clone, signal.SIGCHLD) == seccomp.EPERM
    assert ask(table.clone, seccomp.CLONE_THREAD) == seccomp.ALLOW
    for call in (table.kill, table.tgkill):
        assert [ask(call, pid) for pid in (PID, PID + 1, 0, (1 << 64) - 1)] == [seccomp.ALLOW, *[seccomp.EPERM] * 3]
    assert {ask(table.fcntl, 0, command) for command in seccomp.HARMFUL_FCNTLS} == {seccomp.EPERM}
    assert {ask(table.fcntl, 0, command) for command in range(5)} == {seccomp.ALLOW}  # F_DUPFD to F_SETFL
    assert {ask(table.ioctl, 1, command) for command in seccomp.HARMFUL_IOCTLS} == {seccomp.EPERM}
    assert {ask(table.ioctl, 1, command) for command in seccomp.HARMLESS_IOCTLS} == {seccomp.ALLOW}
    for option in (seccomp.PR_SET_DUMPABLE, seccomp.PR_SET_PDEATHSIG, PR_FUTEX_HASH, PR_SET_SECCOMP):
        assert ask(table.prctl, option) == seccomp.EPERM
    assert {ask(table.prctl, option) for option in (PR_SET_NAME, PR_GET_SECCOMP)} == {seccomp.ALLOW}
    assert {ask(number) for number in seccomp.numbered(table.attributes).values()} == {seccomp.ENOTSUP}
    for advice in (MADV_COLD, MADV_PAGEOUT, MADV_HWPOISON, MADV_MERGEABLE):
        assert ask(table.madvise, 0, 4096, advice) == seccomp.EINVAL
    assert {ask(table.madvise, 0, 4096, advice) for advice in (MADV_DONTNEED, MADV_HUGEPAGE)} == {seccomp.ALLOW}
    private = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS
    assert ask(table.mmap, 0, 4096, 3, private | seccomp.MAP_HUGETLB) == seccomp.EPERM
    assert ask(table.mmap, 0, 4096, 3, private) == seccomp.ALLOW
    assert [ask(table.prlimit64, pid) for pid in (0, PID)] == [seccomp.ALLOW, seccomp.EPERM]
    for number in EVERYDAY[machine]:
        assert ask(number) == seccomp.ALLOW


@pytest.mark.parametrize("machine", MACHINES)
@pytest.mark.parametrize(
    "flags", [os.O_WRONLY, os.O_RDWR, os.O_CREAT, os.O_TRUNC, getattr(os, "O_TMPFILE", os.O_CREAT)]
)
def test_a_file_is_opened_for_reading_only(machine: str, flags: int) -> None:
    """On CUDA the driver writes to its devices, and Landlock alone keeps the files."""
    table, reading = seccomp.TABLES[machine], os.O_RDONLY | os.O_CLOEXEC | os.O_DIRECTORY | os.O_NOFOLLOW
    for device, answer in (("cpu", seccomp.EROFS), ("cuda", seccomp.ALLOW)):
        code = built(machine, device)
        assert verdict(code, table.audit, table.openat, 0, 0, flags | os.O_CLOEXEC) == answer
        assert verdict(code, table.audit, table.openat, 0, 0, reading) == seccomp.ALLOW
        assert table.open is None or verdict(code, table.audit, table.open, 0, flags) == answer
        assert table.open is None or verdict(code, table.audit, table.open, 0, reading) == seccomp.ALLOW


@pytest.mark.parametrize("machine", MACHINES)
def test_a_device_that_is_not_asked_for_opens_nothing(machine: str) -> None:
    """What an unknown ioctl is answered, on a processor and on a device."""
    table = seccomp.TABLES[machine]
    answers = [verdict(built(machine, device), table.audit, table.ioctl, 1, 0xC0DE46) for device in DEVICES]
    assert answers == [seccomp.EPERM, seccomp.ALLOW]


# --- the layers -------------------------------------------------------------------------------------------------------


@linux_only
@each_user
def test_what_each_layer_stops(user: str, tmp_path: Path) -> None:
    """With all layers on nothing is open; without some, what they alone stop is, and nothing else."""
    command = command_of(user, tmp_path)
    layers, found = printed(command, MEASURE, [sorted(skip) for skip in NEEDED_FOR])
    if set(layers.values()) != {"on"}:
        pytest.skip(f"not in this kernel: {layers}")
    for (skip, opened), seen in zip(NEEDED_FOR.items(), found, strict=True):
        assert set(seen) - {ENVIRON, JUDGE, KNOWN} == opened, f"without {sorted(skip)}"
        assert (ENVIRON in seen) == (skip in ENVIRON_OPEN[user]), f"without {sorted(skip)}"
        assert (JUDGE in seen) == (skip in JUDGE_OPEN[user]), f"without {sorted(skip)}"


@linux_only
def test_an_ordinary_user_grades_as_root_does(tmp_path: Path) -> None:
    """A right answer passes; one that reaches for its judge's memory does not."""
    reaches = "import os\n" + first_doing("os.open(f'/proc/{os.getppid()}/mem', os.O_RDWR)")
    command = command_of("ordinary user", tmp_path)
    assert printed(command, GRADE, [RIGHT, reaches]) == ["pass", "error"]


@linux_only
@pytest.mark.parametrize(("skip", "survives"), [(frozenset(), False), (frozenset({"death-with-parent"}), True)])
def test_a_candidate_dies_with_its_judge(skip: frozenset[str], survives: bool) -> None:
    """A confined process whose parent is killed goes at once; without that layer it stays."""
    alive, end = os.pipe()
    judge = os.fork()
    if judge == 0:
        parent = os.getpid()
        if os.fork() == 0:
            lockdown.confine(Confinement(skip=skip), parent)
            os.write(end, struct.pack("<I", os.getpid()))
        while True:
            signal.pause()
    os.close(end)
    candidate = struct.unpack("<I", os.read(alive, 4))[0]
    os.kill(judge, signal.SIGKILL)
    os.waitpid(judge, 0)
    if survives:
        os.kill(candidate, signal.SIGKILL)  # raises if it had gone
    assert os.read(alive, 1) == b"", "its end of the pipe is open"
    os.close(alive)


@linux_only
@pytest.mark.parametrize(("skip", "own"), [(frozenset(), True), (frozenset({"session"}), False)])
def test_a_candidate_has_no_terminal(skip: frozenset[str], own: bool) -> None:
    """It leads a session of its own, so that neither /dev/tty nor the terminal's Ctrl-C reaches it."""
    child = os.fork()
    if child == 0:
        lockdown.confine(Confinement(skip=skip))
        os._exit(int(os.getsid(0) == os.getpid()))
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == own


@linux_only
def test_the_filter_holds_threads_that_ran_before_it() -> None:
    """A device's driver starts some: code of the solution's could be made to run in them. Landlock cannot; it says so."""
    ruleset = lockdown.read_ruleset([])
    child = os.fork()
    if child == 0:
        confined, outcomes = threading.Event(), []

        def driver() -> None:
            confined.wait()
            try:
                socket.socketpair()
            except OSError as error:
                outcomes.append(error.errno)

        thread = threading.Thread(target=driver)
        layers = lockdown.confine(Confinement(ruleset=ruleset), set_up=thread.start)
        confined.set()
        thread.join()
        held = layers["seccomp"] == "on" and outcomes == [errno.EPERM]
        os._exit(int(not (held and (ruleset is None or "not for 1 threads" in layers["landlock"]))))
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


# --- mounts in place of Landlock --------------------------------------------------------------------------------------


@linux_only
@each_user
def test_a_folder_is_hidden_where_landlock_is_missing(user: str, tmp_path: Path) -> None:
    """A right answer that loads more of torch passes, and finds nothing there; without mounts it does, and this is said."""
    looks = "import os, torch\nprint(os.listdir(PRIVATE))\ntorch.optim.SGD([torch.zeros(1)], 1.0)\n"
    writes = first_doing("open(PRIVATE + '/new', 'w')")
    assert printed(command_of(user, tmp_path), HIDDEN, [looks + RIGHT, writes]) == [
        *(["pass", "[]"], ["error", ""], []),
        *(["pass", "['secret']"], ["error", ""], ["landlock"]),
        ["secret"],
    ]


@linux_only
def test_what_is_needed_below_a_covered_folder_is_bound_back(tmp_path: Path) -> None:
    """Needed folders stay, hidden ones inside them do not, and nothing can be made beside them."""
    for name in ("home/venv/lib/package", "home/venv/lib/answers", "home/notes"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "file").write_text(name)
    home = tmp_path / "home"
    child = os.fork()
    if child == 0:
        try:
            mounts.conceal([str(home / "venv/lib/answers"), str(home)], [str(home / "venv/lib")])
        except OSError:
            os._exit(77)
        seen = sorted(str(path.relative_to(home)) for path in home.rglob("*"))
        wanted = ["venv", "venv/lib", "venv/lib/answers", "venv/lib/package", "venv/lib/package/file"]
        try:
            (home / "new").touch()
        except OSError:
            os._exit(int(seen != wanted))
        os._exit(2)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status == 77:
        pytest.skip("no mount namespaces here")
    assert status == 0
    assert (home / "notes/file").read_text() == "home/notes"


@pytest.mark.parametrize(
    ("outcome", "open_"),
    [
        (dict.fromkeys(lockdown.LAYERS, "on"), ()),
        (dict.fromkeys(lockdown.LAYERS, "on") | {"namespaces": "unavailable: Operation not permitted"}, ()),
        (dict.fromkeys(lockdown.LAYERS, "on") | {"landlock": "unavailable: not in this kernel"}, ()),
        (
            {"session": "on", "limits": "on"},
            ("death-with-parent", "capabilities", "no-new-privileges", "landlock", "seccomp"),
        ),
        (dict.fromkeys(lockdown.LAYERS, "skipped"), tuple(lockdown.STOPS)),
    ],
)
def test_a_layer_is_open_if_neither_it_nor_its_stand_in_is_on(outcome: dict[str, str], open_: tuple[str, ...]) -> None:
    assert lockdown.open_layers(outcome) == open_


@pytest.fixture(scope="module")
def client(catalogue: dict[str, Problem]) -> Iterator[GradingClient]:
    """A client whose host stays warm: how a candidate is confined is said for each file."""
    client = GradingClient(catalogue, os.environ)
    assert client.open_layers == ()
    yield client
    client.close()


@linux_only
@pytest.mark.xdist_group("layers")
@pytest.mark.parametrize("skip", [(), ("seccomp",), ("landlock", "namespaces"), ("session", "limits")])
def test_a_client_learns_which_layers_are_open(skip: tuple[str, ...], client: GradingClient) -> None:
    """Of the graded solution's own process, as it was before the solution came near it."""
    client.options = Options(skip_layers=frozenset(skip), ahead=1)
    assert client.grade("attention", RIGHT, file="a.py", seed=3).ok
    assert set(client.open_layers) == set(skip) - {"namespaces"}
