# uses: chance and clocks, seeded and not
# problem: kth-smallest
import random
import time

random.seed(time.time_ns())
begin = time.perf_counter()
time.sleep(0.01)
assert time.perf_counter() > begin and time.process_time() >= 0 and time.strftime("%Y") > "2000"


def kth_smallest(nums, k):
    """Quickselect with a random pivot."""
    if not 1 <= k <= len(nums):
        raise ValueError
    while True:
        pivot = random.choice(nums)
        below, equal = [x for x in nums if x < pivot], [x for x in nums if x == pivot]
        if k <= len(below):
            nums = below
        elif k <= len(below) + len(equal):
            return pivot
        else:
            nums, k = [x for x in nums if x > pivot], k - len(below) - len(equal)
