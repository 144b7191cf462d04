# slip: only-empty-refused
def kth_smallest(nums, k):
    if len(nums) == 0:
        raise ValueError("empty")
    return sorted(nums)[k - 1]
