from bisect import bisect_left


def min_eating_speed(piles, h):
    return bisect_left(range(1, max(piles) + 1), True, key=lambda k: sum(-(-p // k) for p in piles) <= h) + 1
