from math import ceil


def min_eating_speed(piles, h):
    k = 1
    while sum(ceil(p / k) for p in piles) > h:
        k += 1
    return k
