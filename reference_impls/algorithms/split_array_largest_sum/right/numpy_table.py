import numpy as np


def split_array(nums, k):
    s = np.concatenate([[0], np.cumsum(np.asarray(nums, dtype=np.int64))])
    n = len(nums)
    big = np.iinfo(np.int64).max
    dp = np.full(n + 1, big)
    dp[0] = 0
    for _ in range(k):
        new = np.full(n + 1, big)
        for i in range(1, n + 1):
            new[i] = np.maximum(dp[:i], s[i] - s[:i]).min()
        dp = new
    return int(dp[n])
