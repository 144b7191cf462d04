# slip: third-from-a-set
def three_sum(nums):
    s = set(nums)
    out = set()
    for i in range(len(nums)):
        for j in range(i + 1, len(nums)):
            c = -(nums[i] + nums[j])
            if c in s:
                out.add(tuple(sorted([nums[i], nums[j], c])))
    return [list(x) for x in out]
