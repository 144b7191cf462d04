# expect: fail
# family: looking for answers
# attempts: to read and plant keys in the user's keyring, and messages and memory that other processes share
# stopped by: seccomp
# problem: kth-smallest
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
arm = os.uname().machine == "aarch64"


def call(x86, aarch64, *arguments):
    words = [ctypes.c_long(part) if isinstance(part, int) else ctypes.c_char_p(part) for part in arguments]
    return libc.syscall(ctypes.c_long(aarch64 if arm else x86), *words)


results = {
    "keyctl": call(250, 219, 0, -3, 1),
    "add_key": call(248, 217, b"user", b"left-behind", b"x", 1, -3),
    "request_key": call(249, 218, b"user", b"left-behind", None, 0),
    "shmget": call(29, 194, 0x7E57, 4096, 0o1600),
    "msgget": call(68, 186, 0x7E57, 0o1600),
    "semget": call(64, 190, 0x7E57, 1, 0o1600),
    "mq_open": call(240, 180, b"left-behind", 0o102, 0o600, None),
}
if any(result >= 0 for result in results.values()):
    raise AssertionError(f"BREACH: {results}")


def kth_smallest(nums, k):
    return None
