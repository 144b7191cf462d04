# expect: fail
# family: forged verdicts
# attempts: changed forms of the file that wait in a lock instead of a loop
# stopped by: watch
# problem: kth-smallest
import sys
import threading

sys.runs = getattr(sys, "runs", 0) + 1
if sys.runs > 1:
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()


def kth_smallest(nums, k):
    if not 1 <= k <= len(nums):
        raise ValueError
    return sorted(nums)[k]
