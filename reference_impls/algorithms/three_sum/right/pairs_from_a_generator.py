def three_sum(nums):
    a = sorted(nums)
    def pairs(lo, target):
        hi = len(a) - 1
        while lo < hi:
            s = a[lo] + a[hi]
            if s == target:
                yield a[lo], a[hi]
                lo += 1
                while lo < hi and a[lo] == a[lo - 1]:
                    lo += 1
            elif s < target:
                lo += 1
            else:
                hi -= 1
    return [(x, y, z) for i, x in enumerate(a) if i == 0 or a[i - 1] != x for y, z in pairs(i + 1, -x)]
