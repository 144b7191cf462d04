"""Largest sum of elements no two of which are neighbors: dynamic programming in one dimension (LeetCode 198).

    best(i) = max( best(i - 1), best(i - 2) + nums[i] )

The best of the first i + 1 elements leaves element i, or takes it on top of the best that ends before its neighbor. Only two
values are read, so two are kept. O(n) time, O(1) memory.

nums: a list of n >= 0 numbers >= 0. Returns: the sum; 0 for an empty list.
"""


def rob(nums: list[int]) -> int:
    """The largest sum without neighbors."""
    before, best = 0, 0  # without and with the last element seen
    for value in nums:
        before, best = best, max(best, before + value)
    return best
