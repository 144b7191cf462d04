# slip: longest
def subarray_sum(nums, k):
    best = 0
    for i in range(len(nums)):
        for j in range(i, len(nums)):
            if sum(nums[i:j + 1]) == k:
                best = max(best, j - i + 1)
    return best
