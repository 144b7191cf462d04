# slip: count-from-zero
def split_array(nums, k):
    def needed(limit):
        pieces, cur = 0, 0
        for x in nums:
            if cur + x > limit:
                pieces += 1
                cur = 0
            cur += x
        return pieces

    lo, hi = max(nums), sum(nums)
    while lo < hi:
        mid = (lo + hi) // 2
        if needed(mid) <= k:
            hi = mid
        else:
            lo = mid + 1
    return lo
