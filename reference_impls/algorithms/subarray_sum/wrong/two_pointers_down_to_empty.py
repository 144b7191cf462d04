# slip: window-without-negatives-may-be-empty
def subarray_sum(nums, k):
    if all(x >= 0 for x in nums) and k >= 0:
        i = s = c = 0
        for x in nums:
            s += x
            while s > k:
                s -= nums[i]
                i += 1
            c += s == k
        return c
    n = len(nums)
    return sum(sum(nums[i:j]) == k for i in range(n) for j in range(i + 1, n + 1))
