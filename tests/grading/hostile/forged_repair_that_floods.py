# expect: fail
# family: forged verdicts
# attempts: changed forms of the file that print without end and keep memory
# stopped by: watch
# problem: kth-smallest
import sys

sys.runs = getattr(sys, "runs", 0) + 1
if sys.runs > 1:
    kept = []
    while True:
        kept.append(bytearray(1 << 24))
        print("x" * (1 << 16))


def kth_smallest(nums, k):
    if not 1 <= k <= len(nums):
        raise ValueError
    return sorted(nums)[k]
