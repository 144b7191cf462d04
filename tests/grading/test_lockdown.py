"""What confinement stops, layer by layer, as root and as an ordinary user; and that honest programs do not notice it.

With one layer left out, what it alone stops is open; `NEEDED_FOR` says what that is. The filter is also run here,
instruction by instruction, for both architectures.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import struct
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from interview_cli.grading import lockdown, seccomp
from interview_cli.grading.client import GradingClient

MACHINES = ("x86_64", "aarch64")
PID = 4321
ROOT = Path(__file__).parents[2]

WRITING = {"write or create files", "empty a file", "delete files"}
READING = {"read your home folder", "read the references"}
SECCOMP_ALONE = {
    "change permissions",
    "open network connections",
    "open local sockets (ssh-agent, docker)",
    "start processes",
    "make a new user namespace",
}
BOTH_FILTERS = WRITING | READING | SECCOMP_ALONE | {"start programs", "signal other processes"}
NEEDED_FOR: dict[frozenset[str], set[str]] = {
    frozenset(): set(),
    frozenset({"session"}): set(),
    frozenset({"death-with-parent"}): set(),
    frozenset({"capabilities"}): set(),
    frozenset({"limits"}): {"take more memory than its budget"},
    frozenset({"no-new-privileges"}): BOTH_FILTERS,  # neither filter can be installed without it
    frozenset({"landlock"}): READING,
    frozenset({"seccomp"}): SECCOMP_ALONE,
    frozenset({"landlock", "seccomp"}): BOTH_FILTERS,
    frozenset(lockdown.LAYERS): BOTH_FILTERS | {"take more memory than its budget"},
}
"""What opens when these layers are left out."""

ENVIRON = "read the environment of other processes"
JUDGE = "write into the judge's memory"
CLOSED_TO_USERS = "an ordinary user cannot be arranged for: {}"

MEASURE = """
import json, sys
from interview_cli.grading import lockdown, probe
from interview_cli.grading.host import hidden_folders
lockdown.hide_from_siblings()
ruleset = lockdown.read_ruleset(hidden_folders())
found = [[k for k, v in probe.open_effects(ruleset, frozenset(skip)).items() if v] for skip in json.loads(sys.argv[1])]
print(json.dumps([probe.layers_in_force(ruleset), found]))
"""
GRADE = """
import json, os, sys
from interview_cli.bank.load import load, packaged_bank
from interview_cli.grading.client import GradingClient
client = GradingClient(load([packaged_bank()], None).problems, os.environ)
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
@pytest.mark.parametrize("device", ["cpu", "cuda"])
def test_every_jump_of_the_filter_stays_inside_it(machine: str, device: str) -> None:
    program = instructions(built(machine, device))
    assert len(program) < 4096
    assert program[-1][0] == seccomp.RETURN
    for index, (operation, if_true, if_false, _) in enumerate(program):
        if operation in (seccomp.JUMP_EQUAL, seccomp.JUMP_GREATER_EQUAL, seccomp.JUMP_BITS):
            assert index + 1 + max(if_true, if_false) < len(program)


def numbered(table: seccomp.CallTable) -> dict[str, int]:
    """Every call of a table by name."""
    words = f"{table.changes_files} {table.denied} {table.absent}".split()
    named = dict(zip(words[::2], map(int, words[1::2]), strict=True))
    special = ("open", "openat", "clone", "kill", "tgkill", "ioctl", "prlimit64", "fcntl", "prctl")
    return named | {name: number for name in special if (number := getattr(table, name)) is not None}


@pytest.mark.parametrize("machine", MACHINES)
def test_no_number_stands_for_two_calls(machine: str) -> None:
    table = seccomp.TABLES[machine]
    words = f"{table.changes_files} {table.denied} {table.absent}".split()
    assert max(Counter(words[::2]).values()) == 1
    assert max(Counter(numbered(table).values()).values()) == 1


@pytest.mark.parametrize(
    ("machine", "header"),
    [
        ("x86_64", "/usr/include/x86_64-linux-gnu/asm/unistd_64.h"),
        ("aarch64", "/usr/include/asm-generic/unistd.h"),
    ],
)
def test_numbers_are_the_kernels(machine: str, header: str) -> None:
    if not Path(header).exists():
        pytest.skip(f"no {header}")
    found = re.findall(r"#define __NR(?:3264)?_(\w+)\s+(\d+)", Path(header).read_text())
    kernel = {name: int(number) for name, number in found}
    wrong = {
        name: number for name, number in numbered(seccomp.TABLES[machine]).items() if kernel.get(name, number) != number
    }
    assert not wrong
    assert len(kernel.keys() & numbered(seccomp.TABLES[machine]).keys()) > 80


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
def test_the_filter_answers(machine: str) -> None:
    """Denied, absent, unknown and foreign calls, and the calls whose arguments decide."""
    code, table = built(machine), seccomp.TABLES[machine]

    def ask(number: int, *arguments: int) -> int:
        return verdict(code, table.audit, number, *arguments)

    for calls, answer in (
        (table.denied, seccomp.EPERM),
        (table.changes_files, seccomp.EROFS),
        (table.absent, seccomp.ENOSYS),
    ):
        assert {ask(int(number)) for number in calls.split()[1::2]} == {answer}
    assert ask(seccomp.LAST_KNOWN_CALL + 1) == seccomp.ENOSYS
    assert ask(seccomp.FIRST_X32_CALL | 1) == seccomp.KILL
    assert verdict(code, 0x40000003, 1) == seccomp.KILL
    for flags, answer in (
        (os.O_RDONLY, seccomp.ALLOW),
        (os.O_RDONLY | os.O_CLOEXEC | os.O_DIRECTORY, seccomp.ALLOW),
        (os.O_WRONLY, seccomp.EROFS),
        (os.O_RDWR, seccomp.EROFS),
        (os.O_CREAT, seccomp.EROFS),
        (os.O_TRUNC, seccomp.EROFS),
        (os.O_TMPFILE, seccomp.EROFS),
    ):
        assert ask(table.openat, 0, 0, flags) == answer
        assert table.open is None or ask(table.open, 0, flags) == answer
    assert ask(table.clone, signal.SIGCHLD) == seccomp.EPERM
    assert ask(table.clone, seccomp.CLONE_THREAD) == seccomp.ALLOW
    for call in (table.kill, table.tgkill):
        assert [ask(call, pid) for pid in (PID, PID + 1, 0, (1 << 64) - 1)] == [seccomp.ALLOW, *[seccomp.EPERM] * 3]
    assert {ask(table.fcntl, 0, command) for command in seccomp.SIGNALLING_FCNTLS} == {seccomp.EPERM}
    assert ask(table.fcntl, 0, 1) == seccomp.ALLOW
    assert ask(table.ioctl, 1, 0x5412) == seccomp.EPERM  # TIOCSTI types into the terminal
    assert ask(table.ioctl, 1, 0x5401) == seccomp.ALLOW
    assert ask(table.prctl, seccomp.PR_SET_DUMPABLE) == ask(table.prctl, seccomp.PR_SET_PDEATHSIG) == seccomp.EPERM
    assert [ask(table.prlimit64, pid) for pid in (0, PID)] == [seccomp.ALLOW, seccomp.EPERM]


# --- the layers -------------------------------------------------------------------------------------------------------


def printed(command: Sequence[str], code: str, argument: object) -> list[list[str]]:
    """What the code prints in a fresh interpreter, as JSON."""
    full = [*command, sys.executable, "-I", "-c", code, json.dumps(argument)]
    result = subprocess.run(full, capture_output=True, text=True, timeout=100)
    assert result.returncode == 0, result.stderr
    answer: list[list[str]] = json.loads(result.stdout)
    return answer


def command_of(user: str, folder: Path) -> list[str]:
    """A prefix that runs a command as root, or as a user without any rights of root's, in an environment it can read."""
    if user == "root":
        if os.getuid() != 0:
            pytest.skip("not root here")
        return []
    if os.getuid() != 0:
        return []
    if not shutil.which("setpriv") or not shutil.which("unshare"):
        pytest.skip(CLOSED_TO_USERS.format("no setpriv or unshare"))
    closed = {path: top for path in (sys.base_prefix, sys.prefix, str(ROOT)) if (top := closed_ancestor(Path(path)))}
    script = [f"mkdir -p {folder}/{n} && mount --bind {path} {folder}/{n}" for n, path in enumerate(closed)]
    script += [f"mount -t tmpfs -o mode=755 none {top}" for top in set(closed.values())]
    script += [f"mkdir -p {path} && mount --move {folder}/{n} {path}" for n, path in enumerate(closed)]
    script += ['exec setpriv --reuid 65534 --regid 65534 --clear-groups env HOME=/nonexistent "$@"']
    command = ["unshare", "--mount", "--propagation", "private", "bash", "-ec", "\n".join(script), "bash"]
    tried = subprocess.run([*command, sys.executable, "-I", "-c", "import torch"], capture_output=True, text=True)
    if tried.returncode != 0:
        pytest.skip(CLOSED_TO_USERS.format(tried.stderr.strip()[-100:]))
    return command


def closed_ancestor(path: Path) -> Path | None:
    """The first folder above a path that other users may not enter."""
    return next((top for top in reversed(path.parents) if not top.stat().st_mode & 0o001), None)


@linux_only
@pytest.mark.parametrize("user", ["root", "ordinary user"])
def test_what_each_layer_stops(user: str, tmp_path: Path) -> None:
    """With all layers on nothing is open; without some, what they alone stop is, and nothing else."""
    command = command_of(user, tmp_path)
    layers, found = printed(command, MEASURE, [sorted(skip) for skip in NEEDED_FOR])
    if set(layers.values()) != {"on"}:  # type: ignore[attr-defined]
        pytest.skip(f"not in this kernel: {layers}")
    for (skip, opened), seen in zip(NEEDED_FOR.items(), found, strict=True):
        assert set(seen) - {ENVIRON, JUDGE} == opened, f"without {sorted(skip)}"
        if not skip & {"landlock", "no-new-privileges"}:
            assert ENVIRON not in seen, f"without {sorted(skip)}"
        # An undumpable judge is closed to its user's processes, to root's only if they have no capabilities.
        assert (JUDGE in seen) == (user == "root" and skip == frozenset(lockdown.LAYERS)), f"without {sorted(skip)}"


@linux_only
def test_an_ordinary_user_grades_as_root_does(tmp_path: Path) -> None:
    """A right answer passes; one that reaches for its judge's memory does not."""
    reaches = "import os\nos.open(f'/proc/{os.getppid()}/mem', os.O_RDWR)\n" + RIGHT
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
            lockdown.confine(lockdown.Limits(), None, parent=parent, skip=skip)
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
        lockdown.confine(lockdown.Limits(), None, skip=skip)
        os._exit(int(os.getsid(0) == os.getpid()))
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == own


# --- honest programs --------------------------------------------------------------------------------------------------

HONEST = {
    "numpy": "import numpy as np\nassert np.allclose(np.linalg.inv(np.eye(3)), np.eye(3))\nnp.random.rand(9)\n",
    "linalg": "import torch\ntorch.linalg.svd(torch.randn(8, 8))\ntorch.linalg.solve(torch.eye(4), torch.ones(4))\n",
    "fft": "import torch\ntorch.fft.irfft(torch.fft.rfft(torch.ones(64)))\n",
    "deep recursion": "def depth(n):\n    return n and depth(n - 1)\ndepth(900)\n",
    "threads inside torch": "import torch\ntorch.set_num_threads(2)\n(torch.ones(600, 600) @ torch.ones(600, 600)).exp()\n",
    "threads": "from concurrent.futures import ThreadPoolExecutor\nassert sum(ThreadPoolExecutor(4).map(abs, range(9))) == 36\n",
    "warnings": "import warnings\nwarnings.warn('careful')\n",
    "big prints": "for _ in range(200):\n    print('x' * 10_000)\n",
    "dataclasses and typing": (
        "from dataclasses import dataclass, fields\nfrom typing import NamedTuple, get_type_hints\n"
        "@dataclass\nclass A:\n    x: int = 0\n"
        "assert fields(A)[0].type is int\nclass B(NamedTuple):\n    y: float = 1.0\nget_type_hints(B)\n"
    ),
    "torch.optim": (
        "import torch\np = torch.nn.Parameter(torch.ones(2))\no = torch.optim.AdamW([p], lr=0.1)\np.sum().backward()\no.step()\n"
    ),
    "star imports": "from torch import *\nfrom torch.nn.functional import *\nfrom math import *\n",
    "temporary names": "import tempfile, os, pathlib\ntempfile.gettempdir(), os.getcwd(), pathlib.Path.home()\n",
    "a long file": "# a comment\n" * 20_000,
    "reads of packages": "import json, torch, os\nos.listdir(os.path.dirname(torch.__file__))\nopen(json.__file__).read()\n",
}  # fmt: skip


@pytest.mark.parametrize("name", HONEST)
def test_honest_programs_do_not_notice(name: str, grader: GradingClient) -> None:
    outcome = grader.grade("attention", HONEST[name] + RIGHT, file="a.py", seed=4)
    assert outcome.ok, (outcome.message, outcome.checks[:1])
