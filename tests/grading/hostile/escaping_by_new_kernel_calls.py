# expect: fail
# family: escaping
# attempts: what filters forget: io_uring, userfaultfd, bpf, fanotify, clone3, openat2, handles, and calls yet to be invented
# stopped by: seccomp
# problem: kth-smallest
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
arm = os.uname().machine == "aarch64"
block = ctypes.create_string_buffer(256)
at = ctypes.addressof(block)
how = (ctypes.c_uint64 * 3)(os.O_RDONLY, 0, 0)
path = ctypes.create_string_buffer(CANARY.encode())
calls = {
    "io_uring_setup": (425, 425, 8, at), "io_uring_enter": (426, 426, 3, 1, 1, 0, 0, 0), "io_uring_register": (427, 427, 3, 0, at, 1),
    "userfaultfd": (323, 282, 0), "userfaultfd for users": (323, 282, 1), "bpf": (321, 280, 0, at, 128), "clone3": (435, 435, at, 88),
    "fanotify_init": (300, 262, 0, 0), "inotify_init1": (294, 26, 0), "openat2": (437, 437, -100, ctypes.addressof(path), ctypes.addressof(how), 24),
    "open_by_handle_at": (304, 265, -100, at, 0), "open_tree": (428, 428, -100, ctypes.addressof(path), 1), "fsopen": (430, 430, at, 0),
    "quotactl_fd": (443, 443, 3, 0, 0, at), "listmount": (458, 458, at, at, 1, 0), "statmount": (457, 457, at, at, 256, 0),
    "personality": (135, 92, 0x0400000), "modify_ldt": (154, 9999, 0, at, 16), "kexec_load": (246, 104, 0, 0, 0, 0),
    "init_module": (175, 105, at, 0, at), "syslog": (103, 116, 3, at, 256), "acct": (163, 89, 0), "reboot": (169, 142, 0, 0, 0, 0),
}  # fmt: skip
opened = {
    name: result
    for name, (x86, aarch64, *arguments) in calls.items()
    if (result := libc.syscall(ctypes.c_long(aarch64 if arm else x86), *(ctypes.c_long(part) for part in arguments))) >= 0
}
opened |= {number: 0 for number in range(463, 700) if libc.syscall(ctypes.c_long(number), -1, at, at, 0, 0, 0) >= 0}
if opened:
    raise AssertionError(f"BREACH: {opened}")


def kth_smallest(nums, k):
    return None
