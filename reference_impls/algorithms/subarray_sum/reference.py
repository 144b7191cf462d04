"""How many contiguous subarrays sum to k: prefix sums and a table of how often each has occurred (LeetCode 560).

With P_j = nums[0] + ... + nums[j - 1], the subarray nums[i:j] sums to P_j - P_i. So the subarrays that end before place j and
sum to k are as many as the earlier prefixes with P_i = P_j - k, the empty prefix P_0 = 0 included. Nothing here needs
positive numbers, unlike a sliding window. O(n) time and memory.

nums: a list of ints of any sign; k: an int of any sign. Returns: an int; subarrays are non-empty and told apart by their
places, so equal ones count each.
"""

from collections import defaultdict


def subarray_sum(nums: list[int], k: int) -> int:
    """The number of pairs i < j with sum(nums[i:j]) == k."""
    occurred = defaultdict(int, {0: 1})  # the empty prefix
    prefix = count = 0
    for number in nums:
        prefix += number
        count += occurred[prefix - k]
        occurred[prefix] += 1
    return count
