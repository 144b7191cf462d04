# slip: none
def subarray_sum(nums, k):
    n = len(nums)
    count = 0
    for i in range(n):
        for j in range(i, n):
            if sum(nums[i:j]) == k:
                count += 1
    return count
