import random
from collections import Counter
def top_k_frequent(nums, k):
    c = Counter(nums)
    u = list(c)
    def part(lo, hi):
        p = random.randint(lo, hi)
        u[p], u[hi] = u[hi], u[p]
        piv = c[u[hi]]
        s = lo
        for i in range(lo, hi):
            if c[u[i]] < piv:
                u[i], u[s] = u[s], u[i]
                s += 1
        u[s], u[hi] = u[hi], u[s]
        return s
    lo, hi, t = 0, len(u) - 1, len(u) - k
    while lo < hi:
        s = part(lo, hi)
        if s == t:
            break
        if s < t:
            lo = s + 1
        else:
            hi = s - 1
    return u[t:]
