import numpy as np


def min_eating_speed(piles, h):
    a = np.asarray(piles)
    left, right = 0, int(a.max())  # left too slow, right fast enough
    while right - left > 1:
        mid = (left + right) // 2
        if np.ceil(a / mid).sum() <= h:
            right = mid
        else:
            left = mid
    return right
