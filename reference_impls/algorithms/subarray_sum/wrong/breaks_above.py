# slip: stops-above-k
def subarray_sum(nums, k):
    c = 0
    for i, _ in enumerate(nums):
        s, j = 0, i
        while j < len(nums):
            s += nums[j]
            if s > k:
                break
            c += s == k
            j += 1
    return c
