import numpy as np
def min_eating_speed(piles, h):
    a = np.asarray(piles)
    def go(lo, hi):
        if lo == hi: return int(lo)
        m = (lo + hi) // 2
        return go(lo, m) if np.ceil(a / m).sum() <= h else go(m + 1, hi)
    return go(1, int(a.max()))
