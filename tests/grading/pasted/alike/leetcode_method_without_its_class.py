# problem: three-sum
def threeSum(self, nums: List[int]) -> List[List[int]]:
    res, nums = set(), sorted(nums)
    for i in range(len(nums)):
        self.pairs(nums, i, res)
    return [list(t) for t in res]
def pairs(self, nums, i, res):
    l, r = i + 1, len(nums) - 1
    while l < r:
        s = nums[i] + nums[l] + nums[r]
        if s == 0:
            res.add((nums[i], nums[l], nums[r])); l += 1; r -= 1
        elif s < 0: l += 1
        else: r -= 1
