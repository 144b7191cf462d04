# slip: neighbours-in-order
def three_sum(nums):
    a = sorted(nums)
    return list({(x, y, z) for x, y, z in zip(a, a[1:], a[2:]) if x + y + z == 0})
