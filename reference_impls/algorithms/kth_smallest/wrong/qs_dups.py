# slip: equal-to-the-pivot-lost
def kth_smallest(nums, k):
    if k < 1 or k > len(nums): raise ValueError
    p = nums[len(nums) // 2]
    lo = [x for x in nums if x < p]; hi = [x for x in nums if x > p]
    if k <= len(lo): return kth_smallest(lo, k)
    if k == len(lo) + 1 or not hi: return p
    return kth_smallest(hi, min(len(hi), k - len(lo) - 1))
