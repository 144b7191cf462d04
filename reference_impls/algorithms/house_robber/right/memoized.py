from functools import cache


def rob(nums):
    @cache
    def best(i):
        return 0 if i >= len(nums) else max(best(i + 1), nums[i] + best(i + 2))

    return best(0)
