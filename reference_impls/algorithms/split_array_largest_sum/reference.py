"""Cut a list into k parts so that the largest sum is as small as possible: binary search on the answer (LeetCode 410).

    parts(x) = how many parts of sum at most x a greedy cut needs;   answer = min{ x : parts(x) <= k }

A part is filled as long as it fits, which leaves the least for the others. parts(x) falls as x grows, so the answer can be
searched between the largest number, which must fit somewhere, and the sum of all. With fewer parts than k there is room to
cut on, as k <= n and no number is negative. O(n log sum) time, O(1) memory.

nums: a list of n >= 1 ints >= 0; 1 <= k <= n. Returns: an int.
"""


def split_array(nums: list[int], k: int) -> int:
    """The smallest possible largest sum of k neighboring parts."""
    low, high = max(nums), sum(nums)
    while low < high:
        middle = (low + high) // 2
        if parts(nums, middle) <= k:
            high = middle
        else:
            low = middle + 1
    return low


def parts(nums: list[int], most: int) -> int:
    """The smallest number of parts of sum at most `most`, which no single number exceeds."""
    count, total = 1, 0
    for number in nums:
        if total + number > most:
            count, total = count + 1, 0
        total += number
    return count
