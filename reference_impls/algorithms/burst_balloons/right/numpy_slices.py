import numpy as np


def max_coins(nums):
    a = np.concatenate(([1], np.asarray(nums, dtype=np.int64), [1])).astype(np.int64)
    n = a.size
    dp = np.zeros((n, n), dtype=np.int64)
    for gap in range(2, n):
        for i in range(n - gap):
            j = i + gap
            k = slice(i + 1, j)
            dp[i, j] = (dp[i, k] + dp[k, j] + a[i] * a[j] * a[k]).max()
    return dp[0, n - 1]
