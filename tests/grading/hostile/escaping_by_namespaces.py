# expect: fail
# family: escaping
# attempts: new namespaces, other roots, mounts over what is hidden, and back out of what it is in
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


opened = {
    **{f"unshare {flag:x}": call(272, 97, flag) for flag in (0x10000000, 0x20000, 0x10020000, 0x40000000, 0x20000000, 0x200)},
    "setns": call(308, 268, 3, 0),
    "mount": call(165, 40, b"none", b"/tmp", b"tmpfs", 0, None),
    "bind": call(165, 40, b"/", b"/tmp", None, 4096, None),
    "umount2": call(166, 39, b"/root", 2),
    "pivot_root": call(155, 41, b"/", b"/tmp"),
    "chroot": call(161, 51, b"/tmp"),
    "move_mount": call(429, 429, 3, b"", -100, b"/tmp", 4),
    "fsmount": call(432, 432, 3, 0, 0),
    "mount_setattr": call(442, 442, -100, b"/", 0, b"\0" * 32, 32),
    "clone into a user namespace": call(56, 220, 0x10000011, 0, 0, 0, 0),
}
if os.getpid() == 1 or any(result >= 0 for result in opened.values()):
    raise AssertionError(f"BREACH: {opened}")


def kth_smallest(nums, k):
    return None
