# slip: sorted-first
def split_array(nums, k):
    nums = sorted(nums)

    def ok(limit):
        pieces, cur = 1, 0
        for x in nums:
            if cur + x > limit:
                pieces, cur = pieces + 1, 0
            cur += x
        return pieces <= k

    x = max(nums)
    lo, hi = x, sum(nums)
    while lo < hi:
        m = (lo + hi) >> 1
        if ok(m):
            hi = m
        else:
            lo = m + 1
    return lo
