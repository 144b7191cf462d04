# slip: none
def subarray_sum(nums, k):
    n = len(nums)
    return len({tuple(nums[i:j]) for i in range(n) for j in range(i + 1, n + 1) if sum(nums[i:j]) == k})
