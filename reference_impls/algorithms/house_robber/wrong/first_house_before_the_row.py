# slip: first-house-again-before-the-row
from functools import lru_cache
def rob(nums):
    if not nums:
        return 0
    @lru_cache(None)
    def best(i):
        if i <= 0:
            return nums[0]
        return max(best(i - 1), best(i - 2) + nums[i])
    return best(len(nums) - 1)
