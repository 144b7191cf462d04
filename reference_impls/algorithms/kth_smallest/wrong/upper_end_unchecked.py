# slip: upper-end-unchecked
def kth_smallest(nums, k):
    if k < 1:
        raise ValueError("k must be positive")
    return sorted(nums)[k - 1]
