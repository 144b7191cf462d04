# expect: fail
# family: escaping
# attempts: to take rights back: other users, capabilities, a looser filter, the priority of others, the killer's mercy
# stopped by: capabilities
# problem: kth-smallest
import ctypes
import os
import struct

libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
arm = os.uname().machine == "aarch64"
mine = os.getresuid()


def refused(attempt):
    try:
        attempt()
    except (OSError, ValueError):
        return
    if os.getresuid() != mine:
        raise AssertionError("BREACH: another user")


for attempt in (lambda: os.setuid(12345), lambda: os.setresuid(1, 1, 1), lambda: os.setgroups([0]), lambda: os.setgid(12345)):
    refused(attempt)
header, all_of_them = struct.pack("<Ii", 0x20080522, 0), struct.pack("<6I", *[0xFFFFFFFF] * 6)
capset = libc.syscall(ctypes.c_long(91 if arm else 126), ctypes.c_char_p(header), ctypes.c_char_p(all_of_them))
ambient = libc.prctl(47, 2, 21, 0, 0)
again = libc.prctl(38, 0, 0, 0, 0)
priority = libc.setpriority(0, os.getppid(), 19)
scheduler = libc.sched_setscheduler(os.getppid(), 5, ctypes.create_string_buffer(8))
affinity = libc.sched_setaffinity(os.getppid(), 8, ctypes.create_string_buffer(b"\1" + bytes(7), 8))
limits = libc.prlimit(os.getppid(), 7, ctypes.create_string_buffer(16), None)
if any(result == 0 for result in (capset, ambient, again, priority, scheduler, affinity, limits)):
    raise AssertionError(f"BREACH: {(capset, ambient, again, priority, scheduler, affinity, limits)}")
for path in ("/proc/self/oom_score_adj", f"/proc/{os.getppid()}/oom_score_adj", "/proc/self/uid_map", "/proc/self/coredump_filter"):
    try:
        os.open(path, os.O_WRONLY)
    except OSError:
        continue
    raise AssertionError("BREACH: " + path)


def kth_smallest(nums, k):
    return None
