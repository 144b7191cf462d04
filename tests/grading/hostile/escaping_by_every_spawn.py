# expect: fail
# family: escaping
# attempts: to start a process by each function of Python and libc that can
# stopped by: seccomp
# problem: kth-smallest
import ctypes
import multiprocessing
import os
import pty
import subprocess

libc = ctypes.CDLL(None)


def denied(attempt):
    try:
        started = attempt()
    except (OSError, RuntimeError, EOFError):
        return
    if started == 0 and os.getpid() != me:
        os._exit(0)
    if started not in (-1, None, 127 << 8, 127, 32512):
        raise AssertionError(f"BREACH: {started}")


me = os.getpid()
for attempt in (
    os.fork, os.forkpty, pty.fork, lambda: subprocess.run(["/bin/true"]).pid, lambda: os.posix_spawn("/bin/true", ["true"], {}),
    lambda: os.spawnv(os.P_NOWAIT, "/bin/true", ["true"]), lambda: multiprocessing.Process(target=print).start() or 1,
    lambda: multiprocessing.get_context("spawn").Process(target=print).start() or 1, lambda: libc.fork(), lambda: libc.vfork(),
    lambda: multiprocessing.get_context("forkserver").Process(target=print).start() or 1,
    lambda: libc.daemon(0, 0), lambda: libc.system(b"true"), lambda: libc.popen(b"true", b"r") or None,
):  # fmt: skip
    denied(attempt)


def kth_smallest(nums, k):
    return None
