# expect: fail
# family: looking for answers
# attempts: to read the judge's memory and descriptors: process_vm_readv, ptrace, pidfd_getfd, kcmp, perf events
# stopped by: seccomp
# problem: kth-smallest
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
arm = os.uname().machine == "aarch64"
judge = os.getppid()


def call(x86, aarch64, *arguments):
    return libc.syscall(ctypes.c_long(aarch64 if arm else x86), *(ctypes.c_long(part) for part in arguments))


buffer = ctypes.create_string_buffer(64)
local = (ctypes.c_size_t * 2)(ctypes.addressof(buffer), 8)
remote = (ctypes.c_size_t * 2)(id(object), 8)
opened = {
    "process_vm_readv": call(310, 270, judge, ctypes.addressof(local), 1, ctypes.addressof(remote), 1, 0),
    "process_vm_writev": call(311, 271, judge, ctypes.addressof(local), 1, ctypes.addressof(remote), 1, 0),
    "ptrace attach": call(101, 117, 16, judge, 0, 0),
    "ptrace seize": call(101, 117, 0x4206, judge, 0, 0),
    "pidfd_open": call(434, 434, judge, 0),
    "pidfd_getfd": call(438, 438, 3, 0, 0),
    "kcmp": call(312, 272, judge, os.getpid(), 1, 0, 0),
    "perf_event_open": call(298, 241, ctypes.addressof(buffer), judge, -1, -1, 0),
    "process_madvise": call(440, 440, 3, ctypes.addressof(local), 1, 4, 0),
    "move_pages": call(279, 239, judge, 0, 0, 0, 0, 0),
}
if any(result >= 0 for result in opened.values()):
    raise AssertionError(f"BREACH: {opened}")


def kth_smallest(nums, k):
    return None
