# slip: window-without-bounds
def subarray_sum(nums, k):
    left = cur = out = 0
    for x in nums:
        cur += x
        while cur > k:
            cur -= nums[left]
            left += 1
        if cur == k:
            out += 1
    return out
