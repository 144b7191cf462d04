class Solution:
    def three_sum(self, nums: list[int]) -> list[list[int]]:
        nums = sorted(nums)
        res = []
        for i in range(len(nums)):
            if nums[i] > 0:
                break
            if i and nums[i - 1] == nums[i]:
                continue
            seen = set()
            j = i + 1
            while j < len(nums):
                need = -nums[i] - nums[j]
                if need in seen:
                    res.append([nums[i], nums[j], need])
                    while j + 1 < len(nums) and nums[j] == nums[j + 1]:
                        j += 1
                seen.add(nums[j])
                j += 1
        return res
