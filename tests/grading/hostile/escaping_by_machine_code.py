# expect: fail
# family: escaping
# attempts: system calls from machine code of its own, without any library: sockets, children, files, programs
# stopped by: seccomp
# problem: kth-smallest
import ctypes
import mmap
import os
import platform

if platform.machine() == "x86_64":
    page = mmap.mmap(-1, 4096, prot=7)
    page.write(bytes.fromhex("4889f84889f74889d64889ca4d89c24d89c84c8b4c24080f05c3"))
    call = ctypes.CFUNCTYPE(ctypes.c_long, *[ctypes.c_long] * 7)(ctypes.addressof(ctypes.c_char.from_buffer(page)))
    b = ctypes.create_string_buffer(CANARY.encode())
    at = ctypes.addressof(b)
    assert call(39, 0, 0, 0, 0, 0, 0) == os.getpid()
    made = {
        n: r
        for n, c in {
            "socket": (41, 2, 1, 0),
            "socketpair": (53, 1, 1, 0, at),
            "open": (2, at, 1, 0),
            "openat": (257, -100, at, 0o102, 0o777),
            "creat": (85, at, 0o777),
            "unlink": (87, at),
            "memfd": (319, at, 0),
            "userfaultfd": (323, 0),
            "io_uring": (425, 8, at),
            "pidfd": (434, os.getppid(), 0),
            "execve": (59, at, 0, 0),
            "clone3": (435, at, 88),
            "ptrace": (101, 16, os.getppid(), 0, 0),
            "vmwrite": (311, os.getppid(), at, 1, at, 1, 0),
            "landlock": (444, at, 8, 0),
            "kill": (62, os.getppid(), 0),
            "tkill": (200, os.getppid(), 0),
            "setsid": (112,),
            "perf": (298, at, 0, -1, -1, 0),
            "shmget": (29, 0x7E57, 4096, 0o1600),
            "uselib": (134, at),
            "sendfile": (40, 1, 0, 0, 10),
        }.items()
        if (r := call(*c, *[0] * (7 - len(c)))) >= 0
    }
    for c in (57, 58):
        r = call(c, 0, 0, 0, 0, 0, 0)
        if r == 0:
            os._exit(0)
        if r > 0:
            made[c] = r
    r = call(56, 17, 0, 0, 0, 0, 0)
    if r == 0:
        os._exit(0)
    if r > 0:
        made["clone"] = r
    if made:
        raise AssertionError("BREACH: {!r}".format(made))


def kth_smallest(nums, k):
    return None
