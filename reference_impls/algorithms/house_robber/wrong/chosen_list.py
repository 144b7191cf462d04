# slip: houses-returned
def rob(nums):
    a, b = [], []
    for v in nums:
        a, b = b, a + [v] if sum(a) + v > sum(b) else b
    return b
