from bisect import bisect_left
def min_eating_speed(piles, h):
    return 1 + bisect_left(range(1, max(piles) + 1), True, key=lambda v: sum((p + v - 1) // v for p in piles) <= h)
