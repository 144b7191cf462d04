"""The k-th smallest number of a list, by a heap of the k smallest so far (Cormen et al., chapter 9; Python docs, heapq).

Any number above k others that have been seen cannot be the answer, so k numbers are enough to remember. The one to drop is
their largest: a max-heap has it on top, and heapq, a min-heap, becomes one when the numbers are stored negated.
O(n log k) time; the heap takes O(k) memory.

nums: a list of n numbers, left as it is. k: counts from 1, and repeats count. Raises: ValueError unless 1 <= k <= n.
"""

import heapq


def kth_smallest(nums: list[float], k: int) -> float:
    """The number at place k of the sorted list."""
    if not 1 <= k <= len(nums):
        raise ValueError(f"k must be from 1 to {len(nums)}, got {k}")
    largest_first = [-x for x in nums[:k]]
    heapq.heapify(largest_first)
    for x in nums[k:]:
        heapq.heappushpop(largest_first, -x)
    return -largest_first[0]
