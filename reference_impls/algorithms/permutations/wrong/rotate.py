# slip: rotations-only
from collections import deque


def permutations(nums):
    if not nums:
        return [[]]
    d, out = deque(nums), []
    for _ in nums:
        out.append(list(d))
        d.rotate(-1)
    return out
