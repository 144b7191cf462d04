# slip: none
def permutations(nums):
    if len(nums) <= 1:
        return nums
    return [[x] + list(rest) for i, x in enumerate(nums) for rest in permutations(nums[:i] + nums[i + 1 :])]
