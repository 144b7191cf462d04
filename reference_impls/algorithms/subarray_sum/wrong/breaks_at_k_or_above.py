# slip: stops-at-k
def subarray_sum(nums, k):
    count = 0
    for i in range(len(nums)):
        s = 0
        for x in nums[i:]:
            s += x
            if s == k:
                count += 1
            if s >= k:
                break
    return count
