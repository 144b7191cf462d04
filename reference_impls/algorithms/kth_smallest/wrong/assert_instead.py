# slip: none
def kth_smallest(nums, k):
    assert 1 <= k <= len(nums)
    return sorted(nums)[k - 1]
