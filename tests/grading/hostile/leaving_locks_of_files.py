# expect: fail
# family: leaving things behind
# attempts: locks of every kind on files that it may read, which outlive a mistake of whoever waits for them
# stopped by: seccomp
# problem: kth-smallest
import fcntl
import os

fd = os.open(os.__file__, os.O_RDONLY)
for how in (
    lambda: fcntl.flock(fd, fcntl.LOCK_EX),
    lambda: fcntl.lockf(fd, fcntl.LOCK_SH),
    lambda: fcntl.fcntl(fd, 1024, 1),
    lambda: fcntl.fcntl(fd, 1026, 1),
):
    try:
        how()
    except OSError:
        pass
kept = [os.dup(fd) for _ in range(50)]


def kth_smallest(nums, k):
    return None
