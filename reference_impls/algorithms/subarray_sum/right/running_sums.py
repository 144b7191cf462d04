class Solution:
    def subarray_sum(self, nums: list[int], k: int) -> int:
        count = 0
        for left in range(len(nums)):
            total = 0
            for right in range(left, len(nums)):
                total += nums[right]
                if total == k:
                    count += 1
        return count
