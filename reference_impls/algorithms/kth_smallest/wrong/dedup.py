# slip: none
def kth_smallest(nums, k):
    if k < 1 or k > len(nums): raise ValueError
    s = sorted(set(nums))
    return s[min(k, len(s)) - 1]
