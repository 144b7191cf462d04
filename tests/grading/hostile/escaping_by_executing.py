# expect: fail
# family: escaping
# attempts: to become another program, from a file, from a script, and from memory without any file
# stopped by: seccomp
# problem: kth-smallest
import ctypes
import os
import sys

libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
arm = os.uname().machine == "aarch64"
for attempt in (
    lambda: os.execv("/bin/true", ["true"]),
    lambda: os.execve(sys.executable, [sys.executable, "-c", ""], {}),
    lambda: os.execvp("sh", ["sh", "-c", "exit"]),
    lambda: os.execve(os.open("/usr/lib/os-release", os.O_RDONLY), ["true"], {}),
    lambda: os.memfd_create("program"),
):
    try:
        attempt()
    except OSError:
        continue
    raise AssertionError("BREACH: a program or a file in memory")
empty = ctypes.c_char_p(b"")
for x86, aarch64, arguments in ((319, 279, (empty, 1)), (447, 447, (0,)), (322, 281, (1, empty, None, None, 0x1000))):
    if libc.syscall(ctypes.c_long(aarch64 if arm else x86), *arguments) >= 0:
        raise AssertionError("BREACH: memfd_create, memfd_secret or execveat")


def kth_smallest(nums, k):
    return None
