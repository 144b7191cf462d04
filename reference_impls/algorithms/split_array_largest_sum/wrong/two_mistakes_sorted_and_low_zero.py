# slip: none
def split_array(nums, k):
    nums = sorted(nums)
    lo, hi = 0, sum(nums)
    while lo < hi:
        mid = (lo + hi) // 2
        pieces, cur = 1, 0
        for x in nums:
            if cur + x > mid:
                pieces, cur = pieces + 1, 0
            cur += x
        if pieces <= k:
            hi = mid
        else:
            lo = mid + 1
    return lo
