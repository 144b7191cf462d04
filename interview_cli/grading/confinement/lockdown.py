"""A process confines itself, without root or extra programs. Standard library only (ctypes); knows `seccomp`.

Order: session, death with the parent, mounts (only where Landlock is missing), capabilities, the device, limits, no new
privileges, Landlock, seccomp. Each layer is tried and its outcome recorded; a missing one is said, never a reason to refuse.
"""

from __future__ import annotations

import contextlib
import ctypes
import glob
import os
import platform
import resource
import signal
import struct
import sys
import sysconfig
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from interview_cli.grading.confinement import mounts, seccomp
from interview_cli.grading.wire.limits import Limits

LINUX = sys.platform.startswith("linux")
libc = ctypes.CDLL(None, use_errno=True)
if LINUX:
    libc.syscall.restype = ctypes.c_long

PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_NO_NEW_PRIVS = 1, 4, 38
SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC = 1, 1
SECCOMP = {"x86_64": 317, "aarch64": 277}
CAPSET = {"x86_64": 126, "aarch64": 91}
CAPABILITY_VERSION_3 = 0x20080522
LANDLOCK_CREATE, LANDLOCK_ADD, LANDLOCK_RESTRICT = 444, 445, 446
WRITE_FILE, READ_FILE, READ_DIRECTORY, IOCTL_DEVICE = 2, 4, 8, 1 << 15
FILE_RIGHTS = 1 | 2 | 4 | 1 << 14 | 1 << 15  # what may be granted on a plain file
EXIT_ORPHANED = 113
PENDING_SIGNALS = 256
"""Timers count, too; what all processes of a user may have in all is a hundred thousand."""
SYSTEM_PATHS = (
    "/usr/lib", "/usr/lib64", "/lib", "/lib64", "/usr/local/lib", "/etc/ld.so.cache", "/etc/localtime",
    "/usr/share/zoneinfo", "/dev/null", "/dev/zero", "/dev/urandom", "/dev/random", "/proc/cpuinfo",
    "/proc/meminfo", "/proc/stat", "/sys/devices/system/cpu", "/sys/devices/system/node",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Confinement:
    """How a candidate's process is closed in.

    `ruleset` is what Landlock lets it read; `conceal` are the folders to cover where there is no Landlock. `skip` names
    layers to leave out, to measure what each one stops.
    """

    limits: Limits = field(default_factory=Limits)
    ruleset: int | None = None
    conceal: tuple[str, ...] = ()
    skip: frozenset[str] = frozenset()


def _errno_of(result: int) -> int:
    if result < 0:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error))
    return result


def prctl(option: int, *values: int) -> None:
    """Raises: OSError."""
    _errno_of(libc.prctl(option, *(ctypes.c_ulong(value) for value in (*values, 0, 0, 0, 0)[:4])))


def syscall(number: int, *args: object) -> int:
    """Raises: OSError."""
    return _errno_of(libc.syscall(ctypes.c_long(number), *args))


def hide_from_siblings() -> None:
    """No process of the same user may read or write this one's memory (a child rewrote its judge's verdict so)."""
    if LINUX:
        prctl(PR_SET_DUMPABLE, 0)


def die_with_parent(parent: int) -> None:
    """SIGKILL when the parent goes; leave at once if it has gone already."""
    prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(EXIT_ORPHANED)


def lead_session() -> None:
    """Leave the terminal: neither /dev/tty nor its Ctrl-C reach this process."""
    if os.getsid(0) != os.getpid():
        os.setsid()


def drop_capabilities() -> None:
    """Root without capabilities: an undumpable parent's memory is closed to it, too."""
    number = CAPSET.get(platform.machine())
    if number is None:
        raise OSError(0, "no capset number for this architecture")
    header = struct.pack("<Ii", CAPABILITY_VERSION_3, 0)
    syscall(number, ctypes.c_char_p(header), ctypes.c_char_p(bytes(24)))


# --- limits -----------------------------------------------------------------------------------------------------------


def mapped_bytes() -> int:
    """Address space of this process."""
    with open("/proc/self/statm") as file:
        return int(file.read().split()[0]) * resource.getpagesize()


def limit_memory(more: int) -> None:
    """No more than this on top of what the process maps already: what it works on may be made to grow without end."""
    with contextlib.suppress(ValueError, OSError):
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (mapped_bytes() + more, hard))


def set_limits(limits: Limits) -> None:
    """Limits on memory, CPU time, files and core dumps; a hard limit that is lower already stays."""
    wanted = {
        "RLIMIT_CORE": 0,
        "RLIMIT_FSIZE": 0,
        "RLIMIT_NOFILE": limits.open_files,
        "RLIMIT_MSGQUEUE": 0,
        "RLIMIT_MEMLOCK": 0,
        "RLIMIT_SIGPENDING": PENDING_SIGNALS,
        "RLIMIT_CPU": limits.last_cpu_seconds,
    }
    if LINUX and limits.device == "cpu":
        wanted["RLIMIT_AS"] = mapped_bytes() + limits.memory_bytes
    for name, value in wanted.items():
        number = getattr(resource, name, None)
        if number is None:
            continue
        hard = resource.getrlimit(number)[1]
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(number, (value, value))


# --- Landlock ---------------------------------------------------------------------------------------------------------


def landlock_abi() -> int:
    """The kernel's version of Landlock, 0 without it."""
    if not LINUX:
        return 0
    version = libc.syscall(ctypes.c_long(LANDLOCK_CREATE), None, ctypes.c_size_t(0), ctypes.c_uint(1))
    return max(0, int(version))


def read_ruleset(hide: Iterable[str], device: str = "cpu") -> int | None:
    """A descriptor of a ruleset that allows reading what an honest solution reads, minus `hide`; None without Landlock.

    Built once in the host, applied in each child. On CUDA the driver's devices may be written to and asked, too.
    """
    abi = landlock_abi()
    if abi < 1:
        return None
    handled = (1 << 13) - 1
    for version, bit in ((2, 13), (3, 14), (5, 15)):
        handled |= (1 << bit) if abi >= version else 0
    attributes = struct.pack("<QQQ", handled, 3 if abi >= 4 else 0, 3 if abi >= 6 else 0)
    attributes = attributes[: 24 if abi >= 6 else 16 if abi >= 4 else 8]
    fd = syscall(LANDLOCK_CREATE, ctypes.c_char_p(attributes), ctypes.c_size_t(len(attributes)), ctypes.c_uint(0))
    os.set_inheritable(fd, False)
    for path in readable_paths({os.path.realpath(path) for path in hide}):
        with contextlib.suppress(OSError):
            _allow(fd, path, (READ_FILE | READ_DIRECTORY) & handled)
    if is_cuda(device):
        for path in glob.glob("/dev/nvidia*"):
            with contextlib.suppress(OSError):
                _allow(fd, path, (READ_FILE | READ_DIRECTORY | WRITE_FILE | IOCTL_DEVICE) & handled)
    return fd


def is_cuda(device: str) -> bool:
    """`cuda` or `cuda:1`."""
    return device.partition(":")[0] == "cuda"


def _allow(ruleset: int, path: str, rights: int) -> None:
    if not os.path.isdir(path):
        rights &= FILE_RIGHTS
    target = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        rule = struct.pack("<Qi", rights, target)
        syscall(LANDLOCK_ADD, ctypes.c_int(ruleset), ctypes.c_int(1), ctypes.c_char_p(rule), ctypes.c_uint(0))
    finally:
        os.close(target)


def readable_paths(hidden: set[str]) -> Iterator[str]:
    """Interpreter, packages, system libraries. Landlock has no deny rule: a folder with something hidden is split."""
    seen: set[str] = set()

    def split(path: str) -> Iterator[str]:
        path = os.path.realpath(path)
        if path in seen or not os.path.exists(path) or any(is_inside(path, folder) for folder in hidden):
            return
        seen.add(path)
        if any(is_inside(folder, path) for folder in hidden):
            for entry in sorted(os.scandir(path), key=lambda entry: entry.name):
                yield from split(entry.path)
        else:
            yield path

    for root in (*package_folders(), *SYSTEM_PATHS):
        yield from split(root)


def package_folders() -> Iterator[str]:
    """Where the interpreter's library and its packages lie."""
    for name in ("stdlib", "platstdlib", "purelib", "platlib"):
        yield sysconfig.get_path(name)
    for folder in sys.path:  # elsewhere, too; a folder without packages is none of the candidate's business
        if any(os.path.isdir(os.path.join(folder, package)) for package in ("torch", "numpy")):
            yield folder
    if sys.base_prefix not in ("/usr", "/usr/local"):
        yield os.path.join(sys.base_prefix, "lib")


def is_inside(path: str, folder: str) -> bool:
    """Whether a path is the folder or lies below it."""
    return path == folder or path.startswith(folder.rstrip("/") + "/")


def restrict_reading(ruleset: int) -> None:
    """From here on only what the ruleset allows can be opened, and nothing be executed or changed.

    Raises: OSError, after that, if other threads run: Landlock holds the calling one, and those that it starts.
    """
    others = len(os.listdir("/proc/self/task")) - 1
    syscall(LANDLOCK_RESTRICT, ctypes.c_int(ruleset), ctypes.c_uint(0))
    if others:
        raise OSError(0, f"not for {others} threads that the device's driver started")


# --- seccomp ----------------------------------------------------------------------------------------------------------


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_void_p)]


def restrict_calls(device: str) -> None:
    """Install the filter in every thread of the process. Raises: OSError where kernel or architecture have no filter."""
    code = seccomp.filter_for(os.getpid(), device)
    if code is None:
        raise OSError(0, f"no filter for {platform.machine()}")
    buffer = ctypes.create_string_buffer(code, len(code))
    program = _Program(len(code) // 8, ctypes.cast(buffer, ctypes.c_void_p).value)
    number = SECCOMP[platform.machine()]
    unsynchronized = syscall(number, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, ctypes.byref(program))
    if unsynchronized:
        raise OSError(0, "a thread has another filter")


# --- everything, in order ---------------------------------------------------------------------------------------------

LAYERS = (
    "session", "death-with-parent", "namespaces", "capabilities", "limits", "no-new-privileges", "landlock", "seccomp",
)  # fmt: skip
STOPS = {
    "session": "receive what is typed in your terminal",
    "death-with-parent": "outlive the grader",
    "capabilities": "use root's rights",
    "limits": "use more memory and CPU time than its budget",
    "no-new-privileges": "gain rights from a program that it starts",
    "landlock": "read your files",
    "seccomp": "change files, use the network, start and signal processes",
}
"""What a solution could do without a layer, in words that follow `a solution could`."""


def open_layers(outcome: Mapping[str, str]) -> tuple[str, ...]:
    """The layers that are not on, in order, by what `confine` returned; mounts that hide the files stand for Landlock."""
    replaced = {"landlock"} if outcome.get("namespaces") == "on" else set()
    return tuple(name for name in STOPS if outcome.get(name) != "on" and name not in replaced)


def confine(
    confinement: Confinement, parent: int | None = None, set_up: Callable[[], None] = lambda: None
) -> dict[str, str]:
    """Confine this process, before any byte of the candidate is parsed. Returns for each layer "on" or why not.

    `set_up` makes the device ready, after what a driver's threads have to inherit and before what they could not stand.
    "namespaces" is there only where Landlock is missing or cannot hold those threads: mounts cost more and hide less.
    """
    limits, ruleset, skip = confinement.limits, confinement.ruleset, confinement.skip
    outcome: dict[str, str] = {}

    def layer(name: str, apply: Callable[[], object]) -> None:
        if name in skip:
            outcome[name] = "skipped"
            return
        try:
            apply()
            outcome[name] = "on"
        except OSError as error:
            outcome[name] = f"unavailable: {error.strerror}"

    layer("session", lead_session)
    if LINUX:
        layer("death-with-parent", lambda: die_with_parent(parent if parent is not None else os.getppid()))
        if ruleset is None or "landlock" in skip or limits.device != "cpu":
            layer("namespaces", lambda: mounts.conceal(confinement.conceal, list(package_folders())))
        layer("capabilities", drop_capabilities)
    set_up()
    layer("limits", lambda: set_limits(limits))
    if LINUX:
        layer("no-new-privileges", lambda: prctl(PR_SET_NO_NEW_PRIVS, 1))
        if ruleset is None:
            outcome["landlock"] = "unavailable: not in this kernel"
        else:
            layer("landlock", lambda: restrict_reading(ruleset))
        layer("seccomp", lambda: restrict_calls(limits.device))
    return outcome
