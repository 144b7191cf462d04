# slip: negative-not-refused
def kth_smallest(nums, k):
    if not k or k > len(nums):
        raise ValueError("k")
    return sorted(nums)[k - 1]
