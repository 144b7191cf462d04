# slip: no-balloon-fails
from functools import cache


def max_coins(nums):
    a = [1, nums[0], *nums[1:], 1]

    @cache
    def dp(l, r):
        return max((dp(l, k) + a[l] * a[k] * a[r] + dp(k, r) for k in range(l + 1, r)), default=0)

    return dp(0, len(a) - 1)
