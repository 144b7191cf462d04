# slip: count-from-zero
def split_array(nums, k):
    from itertools import accumulate

    lo, hi = max(nums), list(accumulate(nums))[-1]
    while lo < hi:
        mid = (lo + hi) // 2
        cuts, cur = 0, 0
        for x in nums:
            if cur + x > mid:
                cuts, cur = cuts + 1, 0
            cur += x
        if cuts <= k:
            hi = mid
        else:
            lo = mid + 1
    return lo
