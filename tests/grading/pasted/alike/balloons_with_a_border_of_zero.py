# problem: burst-balloons
# expect: fail
# says: puts 1 at one end only
# not: is never burst
from functools import lru_cache


def max_coins(nums):
    values = (0, *nums, 1)

    @lru_cache(maxsize=None)
    def best(low, high):
        inside = range(low + 1, high)
        return max((best(low, k) + best(k, high) + values[low] * values[k] * values[high] for k in inside), default=0)

    return best(0, len(values) - 1)
