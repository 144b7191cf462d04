# slip: window-may-be-empty
def subarray_sum(nums, k):
    lo = total = found = 0
    for hi in range(len(nums)):
        total += nums[hi]
        while lo <= hi and total > k:
            total -= nums[lo]
            lo += 1
        if total == k:
            found += 1
    return found
