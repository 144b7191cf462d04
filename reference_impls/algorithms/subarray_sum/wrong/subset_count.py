# slip: subsets
from collections import Counter


def subarray_sum(nums, k):
    dp = Counter({0: 1})
    for x in nums:
        nxt = Counter(dp)
        for s, c in dp.items():
            nxt[s + x] += c
        dp = nxt
    return dp[k] - (1 if k == 0 else 0)
