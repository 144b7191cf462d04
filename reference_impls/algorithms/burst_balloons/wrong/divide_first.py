# slip: neighbors-stay
from functools import cache


def max_coins(nums):
    a = [1, *nums, 1]

    @cache
    def go(l, r):
        if l > r:
            return 0
        return max(go(l, k - 1) + a[k - 1] * a[k] * a[k + 1] + go(k + 1, r) for k in range(l, r + 1))

    return go(1, len(nums))
