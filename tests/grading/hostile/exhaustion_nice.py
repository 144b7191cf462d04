# expect: fail
# family: exhaustion
# attempts: to be so polite that its seconds never pass: the lowest priority, asleep between two instructions
# stopped by: watch
# problem: kth-smallest
# timeout: 0.5
import os
import time

try:
    os.nice(19)
except OSError:
    pass
try:
    os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
except OSError:
    pass


def kth_smallest(nums, k):
    while True:
        time.sleep(0.001)
        sum(range(100))
