# expect: fail
# family: escaping
# attempts: to have the kernel signal the judge: owners of descriptors, timers, message queues, its own death
# stopped by: seccomp
# problem: kth-smallest
import ctypes
import fcntl
import os
import signal
import struct

libc = ctypes.CDLL(None, use_errno=True)
judge = os.getppid()
read_end, write_end = os.pipe()
for attempt in (
    lambda: fcntl.fcntl(read_end, fcntl.F_SETOWN, judge),
    lambda: fcntl.fcntl(read_end, fcntl.F_SETOWN, -judge),
    lambda: fcntl.fcntl(read_end, 15, struct.pack("ii", 1, judge)),
    lambda: fcntl.fcntl(read_end, 10, signal.SIGKILL),
    lambda: fcntl.ioctl(read_end, 0x8901, struct.pack("i", judge)),
    lambda: fcntl.fcntl(os.open(os.__file__, os.O_RDONLY), 1024, fcntl.F_RDLCK),
    lambda: fcntl.fcntl(os.open(os.path.dirname(os.__file__), os.O_RDONLY), 1026, 1),
):
    try:
        attempt()
    except OSError:
        continue
    raise AssertionError("BREACH: a descriptor signals another process")
for option, value in ((1, 0), (1, signal.SIGTERM), (4, 1)):
    if libc.prctl(option, value, 0, 0, 0) == 0:
        raise AssertionError("BREACH: it does not die with its judge")


def kth_smallest(nums, k):
    return None
