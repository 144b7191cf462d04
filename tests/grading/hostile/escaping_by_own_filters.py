# expect: fail
# family: escaping
# attempts: filters of its own that answer for the kernel, and rulesets of its own, on top of those that hold it
# stopped by: seccomp, landlock
# problem: kth-smallest
import ctypes
import os
import struct

libc = ctypes.CDLL(None, use_errno=True)
for action in (0x7FFF0000, 0x7FFC0000):
    code = ctypes.create_string_buffer(struct.pack("<HBBI", 6, 0, 0, action), 8)
    prog = ctypes.create_string_buffer(struct.pack("<HxxxxxxQ", 1, ctypes.addressof(code)))
    for flags in (0, 1, 2, 4, 8, 0x10 | 1):
        fd = libc.syscall(277 if os.uname().machine == "aarch64" else 317, 1, flags, prog)
try:
    os.open(CANARY, os.O_WRONLY)
    raise AssertionError("BREACH")
except OSError:
    pass
attr = struct.pack("<QQQ", 1, 0, 0)
fd = libc.syscall(444, ctypes.c_char_p(attr), ctypes.c_size_t(8), 0)
if fd >= 0:
    libc.syscall(446, fd, 0)
for p in (CANARY, "/etc/passwd", os.path.dirname(CANARY)):
    try:
        os.open(p, os.O_RDONLY)
        raise AssertionError("BREACH: " + p)
    except OSError:
        pass


def kth_smallest(nums, k):
    return None
