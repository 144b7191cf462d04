# slip: last-house-taken
def rob(nums):
    take = skip = 0
    for v in nums:
        take, skip = skip + v, max(skip, take)
    return take
