# slip: none
def three_sum(nums):
    out = set()
    for i in range(len(nums) - 2):
        l, r = i + 1, len(nums) - 1
        while l < r:
            s = nums[i] + nums[l] + nums[r]
            if s == 0:
                out.add(tuple(sorted((nums[i], nums[l], nums[r]))))
                l += 1
                r -= 1
            elif s < 0:
                l += 1
            else:
                r -= 1
    return out
