import bisect


def min_eating_speed(piles, h):
    return 1 + bisect.bisect_left(range(1, max(piles) + 1), -h, key=lambda k: -sum((p - 1) // k + 1 for p in piles))
