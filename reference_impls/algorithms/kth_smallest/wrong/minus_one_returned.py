# slip: none-out-of-range
def kth_smallest(nums, k):
    if k < 1 or k > len(nums):
        return -1
    return sorted(nums)[k - 1]
