# slip: two-zeros-are-enough
"""Differs on: nums=[0, 0, 1] -> should be empty, returns (0, 0, 0)."""
from collections import Counter


def three_sum(nums):
    count = Counter(nums)
    vals = sorted(count)
    res = []
    for i, a in enumerate(vals):
        # the same value twice and its counterpart
        if count[a] >= 2 and -2 * a in count:
            res.append((a, a, -2 * a))
        # three different values
        for b in vals[i + 1:]:
            c = -(a + b)
            if c > b and c in count:
                res.append((a, b, c))
    return res
