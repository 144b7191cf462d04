# slip: none
def subarray_sum(nums, k):
    for i in range(1, len(nums)):
        nums[i] += nums[i - 1]
    counts = {0: 1}
    total = 0
    for p in nums:
        total += counts.get(p - k, 0)
        counts[p] = counts.get(p, 0) + 1
    return total
