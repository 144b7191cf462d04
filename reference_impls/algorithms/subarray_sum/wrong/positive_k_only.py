# slip: none-unless-k-is-positive
def subarray_sum(nums, k):
    if k <= 0:
        return 0
    seen, p, c = {0: 1}, 0, 0
    for x in nums:
        p += x
        c += seen.get(p - k, 0)
        seen[p] = seen.get(p, 0) + 1
    return c
