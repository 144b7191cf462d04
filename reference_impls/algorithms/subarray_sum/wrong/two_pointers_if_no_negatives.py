# slip: window-without-negatives-for-any-k
def subarray_sum(nums, k):
    if any(x < 0 for x in nums):
        table, p, c = {0: 1}, 0, 0
        for x in nums:
            p += x
            c += table.get(p - k, 0)
            table[p] = table.get(p, 0) + 1
        return c
    c = s = i = 0
    for j in range(len(nums)):
        s += nums[j]
        while i < j and s > k:
            s -= nums[i]
            i += 1
        if s == k:
            c += 1
    return c
