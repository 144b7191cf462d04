# expect: fail
# family: escaping
# attempts: children that pass for threads: clone flags in every mixture, namespaces among them
# stopped by: seccomp
# problem: kth-smallest
import ctypes
import os

clone, getpid, gettid = (220, 172, 178) if os.uname().machine == "aarch64" else (56, 39, 186)
libc = ctypes.CDLL(None, use_errno=True)
made = []
for flags in (
    0,
    17,
    0x100,
    0x4100,
    0x4111,
    0x8000 | 17,
    0x10000000 | 17,
    0x20000000 | 17,
    0x40000000 | 17,
    0x1000 | 17,
    0x10000 | 0x10000000,
    0x10000 | 0x20000,
    0x10000 | 0x2000000,
    0x80000000 | 17,
    0x10000 | 17,
):
    r = libc.syscall(clone, flags, 0, 0, 0, 0)
    if r == 0 and libc.syscall(getpid) != libc.syscall(gettid):
        os._exit(0)
    if r > 0:
        made.append((hex(flags), r))
if made:
    raise AssertionError("BREACH: {!r}".format(made))


def kth_smallest(nums, k):
    return None
