# slip: argument-changed
def three_sum(nums):
    nums.sort(); out = set()
    for i in range(len(nums)):
        l, r = i + 1, len(nums) - 1
        while l < r:
            s = nums[i] + nums[l] + nums[r]
            if s == 0: out.add((nums[i], nums[l], nums[r])); l += 1; r -= 1
            elif s < 0: l += 1
            else: r -= 1
    return list(out)
