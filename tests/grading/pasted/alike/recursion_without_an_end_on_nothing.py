# problem: house-robber
# expect: error
# says: Your code raises RecursionError where nums is empty. Your results are otherwise correct.
# not: shrink what is left
class Solution:
    def rob(self, nums: List[int]) -> int:
        memo = {}

        def best(i):
            if i < 2:
                return nums[0] if i == 0 else max(nums[0], nums[1])
            if i not in memo:
                memo[i] = max(best(i - 1), best(i - 2) + nums[i])
            return memo[i]

        def from_the_end(i):
            return best(i) if i in range(len(nums)) else from_the_end(i - 1)

        return from_the_end(len(nums) - 1)
