# slip: equal-to-the-first-lost
def kth_smallest(nums, k):
    if not 1 <= k <= len(nums):
        raise ValueError("k")
    pivot = nums[0]
    low = [x for x in nums[1:] if x < pivot]
    high = [x for x in nums[1:] if x > pivot]
    if k <= len(low):
        return kth_smallest(low, k)
    if k == len(low) + 1 or not high:
        return pivot
    return kth_smallest(high, k - len(low) - 1)
