# slip: through-floats
def kth_smallest(nums, k):
    if not 1 <= k <= len(nums):
        raise ValueError("k")
    values = sorted(float(x) for x in nums)
    return values[k - 1]
