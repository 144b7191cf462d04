# slip: most-coins-first
def max_coins(nums):
    r = list(nums)
    s = 0
    while r:
        p = [0] + r + [0]
        g = [p[i] * p[i + 1] * p[i + 2] for i in range(len(r))]
        i = max(range(len(r)), key=g.__getitem__)
        s += g[i]
        del r[i]
    return s
