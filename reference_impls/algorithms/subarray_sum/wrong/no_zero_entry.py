# slip: no-empty-prefix
def subarray_sum(nums, k):
    d = {}
    s = ans = 0
    for n in nums:
        s += n
        if s - k in d:
            ans += d[s - k]
        d[s] = d.get(s, 0) + 1
    return ans
