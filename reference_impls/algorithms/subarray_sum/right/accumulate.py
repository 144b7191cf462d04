from itertools import accumulate
from collections import defaultdict
def subarray_sum(nums, k):
    cnt = defaultdict(int); total = 0; cnt[0] = 1
    for s in accumulate(nums):
        total += cnt[s - k]; cnt[s] += 1
    return total
