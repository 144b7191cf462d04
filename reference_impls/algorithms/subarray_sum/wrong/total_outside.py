# slip: total-not-reset
def subarray_sum(nums, k):
    count = 0
    total = 0
    for i in range(len(nums)):
        for j in range(i, len(nums)):
            total += nums[j]
            if total == k:
                count += 1
    return count
