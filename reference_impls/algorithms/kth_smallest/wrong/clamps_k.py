# slip: clamped
def kth_smallest(nums, k):
    if not nums:
        raise ValueError("nothing to choose from")
    k = max(1, min(k, len(nums)))
    return sorted(nums)[k - 1]
