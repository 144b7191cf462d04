# slip: strictly-below
def split_array(nums, k):
    lo, hi = max(nums), sum(nums)
    while lo < hi:
        mid = (lo + hi) // 2
        pieces, cur = 1, 0
        for x in nums:
            if cur + x >= mid:
                pieces += 1
                cur = 0
            cur += x
        if pieces <= k:
            hi = mid
        else:
            lo = mid + 1
    return lo
