# slip: none
def subarray_sum(nums, k):
    n = len(nums)
    return sum(sum(nums[i:j]) == k for i in range(n) for j in range(i + 2, n + 1))
