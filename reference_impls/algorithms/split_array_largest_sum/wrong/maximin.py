# slip: none
def split_array(nums, k):
    lo, hi = 0, sum(nums)
    while lo < hi:
        mid = (lo + hi + 1) // 2
        pieces = cur = 0
        for x in nums:
            cur += x
            if cur >= mid:
                pieces, cur = pieces + 1, 0
        if pieces >= k:
            lo = mid
        else:
            hi = mid - 1
    return lo
