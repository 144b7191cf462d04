# slip: from-the-start-twice
def subarray_sum(nums, k):
    seen = {0: 1}
    total = count = 0
    for x in nums:
        total += x
        if total == k:
            count += 1
        count += seen.get(total - k, 0)
        seen[total] = seen.get(total, 0) + 1
    return count
