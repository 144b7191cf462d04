# expect: fail
# family: terminal escapes
# attempts: escapes in keys, in names of types, in dtypes, in shapes of an answer that is shown
# stopped by: cleaning
# problem: kth-smallest
import numpy as np

n = 0
bad = "\x1b[2J\u202e\n\nPASS"


def kth_smallest(nums, k):
    global n
    n += 1
    return [{bad: bad}, type(bad, (), {})(), np.zeros(1, dtype=[(bad, "f4")]), [bad], (bad,), {bad}, bad][n % 7]
