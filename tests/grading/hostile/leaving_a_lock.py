# expect: fail
# family: leaving things behind
# attempts: locks and leases on files that everybody needs, held by a process that nobody sees
# stopped by: process
# problem: kth-smallest
import fcntl
import os

import torch

held = []
for path in (os.__file__, torch.__file__, torch._C.__file__):
    descriptor = os.open(path, os.O_RDONLY)
    held.append(descriptor)
    for attempt in (fcntl.flock, fcntl.lockf):
        try:
            attempt(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            continue


def kth_smallest(nums, k):
    return None
