"""Tries what a confined process can still do, one child for each effect, and prints JSON. Imports `lockdown`, torch last."""

from __future__ import annotations

import ctypes
import fcntl
import json
import mmap
import os
import pwd
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from interview_cli.grading.confinement import lockdown
from interview_cli.grading.confinement.lockdown import Confinement
from interview_cli.grading.wire.limits import Limits

MEMORY = 1 << 30
SET_PIPE_SIZE = 1031
KNOWN = "see that a file or process is there, its size, times and where a link leads, by a name it knows"
"""Linux lets nobody hide these without rights of root's; a namespace would, at a cost for each grade."""


@dataclass(frozen=True)
class Victim:
    """Things to do harm to: a file in a folder of the user's, and a process of the user's."""

    folder: str
    file: str
    process: int
    judge: int


def _write(victim: Victim) -> None:
    try:
        os.close(os.open(os.path.join(victim.folder, "new"), os.O_CREAT | os.O_WRONLY))
    except OSError:  # a home that is covered is not all there is to write to
        os.close(os.open("/tmp", os.O_TMPFILE | os.O_WRONLY))


def _truncate(victim: Victim) -> None:
    os.truncate(victim.file, 0)


def _delete(victim: Victim) -> None:
    os.unlink(victim.file)


def _change_mode(victim: Victim) -> None:
    os.chmod(victim.file, 0o600)


def _read_home(victim: Victim) -> None:
    with open(victim.file, "rb") as file:
        file.read()


def _read_references(victim: Victim) -> None:  # noqa: ARG001
    from interview_cli.grading.host.server import reference_folder

    with open(os.path.join(reference_folder(), "index.py"), "rb") as file:
        file.read()


def _read_environment(victim: Victim) -> None:
    with open(f"/proc/{victim.process}/environ", "rb") as file:
        file.read()


def _open_network(victim: Victim) -> None:  # noqa: ARG001
    socket.socket(socket.AF_INET, socket.SOCK_STREAM).close()


def _open_local_socket(victim: Victim) -> None:  # noqa: ARG001
    socket.socket(socket.AF_UNIX, socket.SOCK_STREAM).close()


def _start_program(victim: Victim) -> None:  # noqa: ARG001
    subprocess.run(["/bin/true"], check=True)


def _fork(victim: Victim) -> None:  # noqa: ARG001
    if os.fork() == 0:
        os._exit(0)


def _signal_others(victim: Victim) -> None:
    os.kill(victim.process, 0)


def _write_judge(victim: Victim) -> None:
    os.close(os.open(f"/proc/{victim.judge}/mem", os.O_RDWR))


def _read_attributes(victim: Victim) -> None:
    if not hasattr(os, "listxattr"):
        raise OSError
    os.listxattr(victim.file)


def _evict_pages(victim: Victim) -> None:  # noqa: ARG001
    with open(os.__file__, "rb") as file:
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _enlarge_pipe(victim: Victim) -> None:  # noqa: ARG001
    fcntl.fcntl(os.pipe()[1], SET_PIPE_SIZE, 1 << 20)


def _look_at_names(victim: Victim) -> None:
    os.stat(victim.file)
    os.stat(f"/proc/{victim.process}")


def _take_memory(victim: Victim) -> None:  # noqa: ARG001
    mmap.mmap(-1, 3 * MEMORY).close()


def _new_namespace(victim: Victim) -> None:  # noqa: ARG001
    if lockdown.libc.unshare(ctypes.c_int(0x10000000)) < 0:
        raise OSError(ctypes.get_errno(), "unshare")


EFFECTS: dict[str, Callable[[Victim], None]] = {
    "write or create files": _write,
    "empty a file": _truncate,
    "delete files": _delete,
    "change permissions": _change_mode,
    "read your home folder": _read_home,
    "read the references": _read_references,
    "read the environment of other processes": _read_environment,
    "open network connections": _open_network,
    "open local sockets (ssh-agent, docker)": _open_local_socket,
    "start programs": _start_program,
    "start processes": _fork,
    "signal other processes": _signal_others,
    "write into the judge's memory": _write_judge,
    "take more memory than its budget": _take_memory,
    "make a new user namespace": _new_namespace,
    "read extended attributes of your files": _read_attributes,
    "push libraries out of the page cache": _evict_pages,
    "enlarge pipes": _enlarge_pipe,
    KNOWN: _look_at_names,
}


def try_effect(name: str, victim: Victim, confinement: Confinement) -> bool:
    """Whether a confined child can do it."""
    parent = os.getpid()
    child = os.fork()
    if child == 0:
        status = 1
        with suppress(BaseException):
            lockdown.confine(confinement, parent)
            EFFECTS[name](victim)
            status = 0
        os._exit(status)
    return os.waitpid(child, 0)[1] == 0


def layers_in_force(confinement: Confinement) -> dict[str, str]:
    """What `confine` says in a child of its own."""
    read_end, write_end = os.pipe()
    parent = os.getpid()
    child = os.fork()
    if child == 0:
        with suppress(BaseException):
            os.write(write_end, json.dumps(lockdown.confine(confinement, parent)).encode())
        os._exit(0)
    os.close(write_end)
    with os.fdopen(read_end, "rb") as pipe:
        raw = pipe.read()
    os.waitpid(child, 0)
    layers: dict[str, str] = json.loads(raw or b"{}")
    return layers


def probe() -> dict[str, Any]:
    """Layers and effects."""
    confinement = as_graded()
    return {"layers": layers_in_force(confinement), "effects": open_effects(confinement)}


def as_graded() -> Confinement:
    """How a solution is confined here; this process hides its own memory first, as a judge does."""
    from interview_cli.grading.host.server import hidden_folders, private_folders

    lockdown.hide_from_siblings()
    return Confinement(
        Limits(memory_bytes=MEMORY), lockdown.read_ruleset(hidden_folders()), conceal=tuple(private_folders())
    )


def open_effects(confinement: Confinement) -> dict[str, bool]:
    """Which effects a confined child has; everything made for the purpose is removed."""
    home = pwd.getpwuid(os.getuid()).pw_dir  # what $HOME says is made up in a clean environment
    folder = tempfile.mkdtemp(prefix=".interview-doctor-", dir=home if os.access(home, os.W_OK) else None)
    file = os.path.join(folder, "secret")
    confinement = replace(
        confinement, conceal=(*confinement.conceal, folder)
    )  # it stands for a home where there is none
    sleeper = subprocess.Popen([sys.executable, "-S", "-c", "import time; time.sleep(60)"])
    try:
        effects = {}
        for name in EFFECTS:
            with open(file, "w") as secret:
                secret.write("secret")
            effects[name] = try_effect(name, Victim(folder, file, sleeper.pid, os.getpid()), confinement)
        return effects
    finally:
        sleeper.send_signal(signal.SIGKILL)
        sleeper.wait()
        for name in os.listdir(folder):
            os.unlink(os.path.join(folder, name))
        os.rmdir(folder)


def devices() -> list[str]:
    """What torch can compute on."""
    import torch

    found = ["cpu"]
    if torch.cuda.is_available():
        found += [f"cuda: {torch.cuda.get_device_name(index)}" for index in range(torch.cuda.device_count())]
    if torch.backends.mps.is_available():
        found.append("mps")
    return found


if __name__ == "__main__":
    print(
        json.dumps(layers_in_force(as_graded()) if sys.argv[1:] == ["--layers"] else {**probe(), "devices": devices()})
    )
