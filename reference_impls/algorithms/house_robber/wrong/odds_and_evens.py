# slip: every-second-house
def rob(nums):
    odd = even = 0
    for i, v in enumerate(nums):
        if i % 2:
            odd += v
        else:
            even += v
    return max(odd, even)
