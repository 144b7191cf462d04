# slip: window-without-negatives
# input: nums=[0, 0, 1], k=1 -> 3, gives 1
from collections import Counter


def subarray_sum(nums, k):
    if not nums:
        return 0
    if min(nums) >= 0 and k > 0:
        # no negatives: two pointers, O(1) memory
        count = left = window = 0
        for right, x in enumerate(nums):
            window += x
            while window > k:
                window -= nums[left]
                left += 1
            if window == k:
                count += 1
        return count
    seen = Counter({0: 1})
    prefix = count = 0
    for x in nums:
        prefix += x
        count += seen[prefix - k]
        seen[prefix] += 1
    return count
