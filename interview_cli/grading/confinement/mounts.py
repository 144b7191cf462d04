"""A process hides folders from itself by mounting empty ones over them, where Landlock is missing. Standard library only.

Needs a mount namespace of its own: as root, or else in a user namespace, which some systems refuse. What the interpreter
needs from below a hidden folder is bound back. The covers are locked: a process without capabilities cannot lift them.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

libc = ctypes.CDLL(None, use_errno=True)

CLONE_NEWNS, CLONE_NEWUSER = 0x00020000, 0x10000000
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_REMOUNT, MS_BIND, MS_REC, MS_PRIVATE = (
    1,
    2,
    4,
    8,
    32,
    4096,
    16384,
    1 << 18,
)
PR_SET_DUMPABLE = 4
NEVER = (
    "/",
    "/usr",
    "/usr/lib",
    "/usr/local",
    "/bin",
    "/sbin",
    "/usr/bin",
    "/usr/sbin",
    "/lib",
    "/etc",
    "/dev",
    "/proc",
)
"""Homes of users that are no people; covering these would take the system away."""


def conceal(folders: Iterable[str], needed: Sequence[str]) -> None:
    """Cover the folders with empty, read-only ones, keeping what is needed of them. Raises: OSError."""
    enter_namespace()
    _mount(None, "/", None, MS_REC | MS_PRIVATE)
    needed = sorted({os.path.realpath(path) for path in needed if os.path.isdir(path)})
    covered = sorted({os.path.realpath(folder) for folder in folders}.difference(NEVER))
    with opened(needed) as descriptors:
        for folder in covered:  # parents first: what is bound back below them is covered again
            if os.path.isdir(folder):
                _cover(folder, {path: fd for path, fd in descriptors.items() if _is_inside(path, folder)})
    os.chdir("/")


def enter_namespace() -> None:
    """A mount namespace; without the right to one, inside a user namespace that maps this user alone. Raises: OSError."""
    user, group = os.geteuid(), os.getegid()
    if libc.unshare(CLONE_NEWNS) == 0:
        return
    _check(libc.unshare(CLONE_NEWUSER | CLONE_NEWNS))
    libc.prctl(PR_SET_DUMPABLE, 1)  # an undumpable process may not even open its own maps
    try:
        for name, text in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
            with open(f"/proc/self/{name}", "w") as file:
                file.write(text)
    finally:
        libc.prctl(PR_SET_DUMPABLE, 0)


@contextmanager
def opened(folders: Sequence[str]) -> Iterator[dict[str, int]]:
    """A descriptor of each folder, by which it can be found when something lies over its path."""
    descriptors = {folder: os.open(folder, os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC) for folder in folders}
    try:
        yield descriptors
    finally:
        for descriptor in descriptors.values():
            os.close(descriptor)


def _cover(folder: str, needed: dict[str, int]) -> None:
    if folder in needed:
        return
    guarded = MS_NOSUID | MS_NODEV | MS_NOEXEC
    _mount("none", folder, "tmpfs", guarded, "size=1m,mode=755")
    for path, descriptor in needed.items():
        os.makedirs(path, exist_ok=True)
        os.fchdir(descriptor)
        _mount(".", path, None, MS_BIND | MS_REC)
    _mount("none", folder, None, MS_REMOUNT | MS_RDONLY | guarded)


def _is_inside(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder + "/")


def _mount(source: str | None, target: str, kind: str | None, flags: int, options: str | None = None) -> None:
    texts = [text if text is None else os.fsencode(text) for text in (source, target, kind, options)]
    _check(libc.mount(texts[0], texts[1], texts[2], ctypes.c_ulong(flags), texts[3]))


def _check(result: int) -> None:
    if result < 0:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error))
