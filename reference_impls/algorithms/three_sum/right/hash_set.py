def three_sum(nums):
    res, n = set(), len(nums)
    for i, x in enumerate(nums):
        seen = set()
        for y in nums[i+1:]:
            if -x - y in seen: res.add(tuple(sorted([x, y, -x - y])))
            seen.add(y)
    return res
