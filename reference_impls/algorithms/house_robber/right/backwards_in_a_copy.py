def rob(nums):
    t = [*nums, 0, 0, 0]
    for i in reversed(range(len(nums))):
        t[i] += max(t[i + 2], t[i + 3])
    return max(t[0], t[1])
