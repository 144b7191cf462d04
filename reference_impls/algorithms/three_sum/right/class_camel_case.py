from typing import List
class Solution:
    def threeSum(self, nums: List[int]) -> List[List[int]]:
        res, n = [], len(nums)
        nums = sorted(nums)
        for i in range(n):
            if i and nums[i] == nums[i-1]: continue
            j, k = i+1, n-1
            while j < k:
                t = nums[i] + nums[j] + nums[k]
                if t > 0: k -= 1
                elif t < 0: j += 1
                else:
                    res.append([nums[i], nums[j], nums[k]])
                    j += 1
                    while nums[j] == nums[j-1] and j < k:
                        j += 1
        return res
