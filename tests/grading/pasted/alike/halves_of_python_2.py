# problem: split-array-largest-sum
# expect: fail
# says: Your answer has a fraction where a whole number is asked for
class Solution(object):
    def splitArray(self, nums, m):
        low, high = max(nums), sum(nums)
        while low <= high:
            middle = low + (high - low) / 2
            parts, total = 1, 0
            for num in nums:
                total += num
                if total > middle:
                    parts, total = parts + 1, num
            if parts <= m:
                high = middle - 1
            else:
                low = middle + 1
        return low
