"""The k most frequent values: count, then keep a heap of the k most frequent so far (LeetCode 347; Python docs, heapq).

heapq is a min-heap: on top lies the rarest of those kept, which is the one to drop when there are k + 1. Pairs
(count, value) compare by count first. O(n + d log k) time for n numbers of which d are different, O(d) memory.

nums: a list of ints of any sign; k: from 1 to the number of different values. Returns: a list of k values, in any order.
No value outside it is as frequent as one inside, so that the answer is unique.
"""

import heapq
from collections import Counter


def top_k_frequent(nums: list[int], k: int) -> list[int]:
    """The values that occur most often."""
    kept: list[tuple[int, int]] = []  # (count, value)
    for value, count in Counter(nums).items():
        heapq.heappush(kept, (count, value))
        if len(kept) > k:
            heapq.heappop(kept)
    return [value for _, value in kept]
