from functools import lru_cache


class Solution:
    def max_coins(self, nums):
        nums = [1] + nums + [1]

        @lru_cache(None)
        def dp(l, r):
            best = 0
            for k in range(l, r + 1):
                coins = nums[l - 1] * nums[k] * nums[r + 1]
                best = max(best, dp(l, k - 1) + coins + dp(k + 1, r))
            return best

        return dp(1, len(nums) - 2)
