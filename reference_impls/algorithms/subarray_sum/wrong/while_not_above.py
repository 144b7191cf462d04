# slip: sum-tested-before-it-starts
def subarray_sum(nums, k):
    c = 0
    for i in range(len(nums)):
        s = 0
        j = i
        while j < len(nums) and s <= k:
            s += nums[j]
            if s == k:
                c += 1
            j += 1
    return c
