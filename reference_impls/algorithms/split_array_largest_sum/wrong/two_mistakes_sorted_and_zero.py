# slip: none
def split_array(nums, k):
    nums.sort()
    def parts(limit):
        count, total = 0, 0
        for x in nums:
            if total + x > limit:
                count += 1
                total = 0
            total += x
        return count
    lo, hi = max(nums), sum(nums)
    while lo < hi:
        mid = (lo + hi) // 2
        if parts(mid) <= k:
            hi = mid
        else:
            lo = mid + 1
    return lo
