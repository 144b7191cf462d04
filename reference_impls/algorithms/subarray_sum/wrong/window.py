# slip: none
def subarray_sum(nums, k):
    left = s = res = 0
    for right in range(len(nums)):
        s += nums[right]
        while s > k and left < right:
            s -= nums[left]
            left += 1
        if s == k:
            res += 1
    return res
