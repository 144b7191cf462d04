# slip: starts-at-the-smallest-pile
from math import ceil


def min_eating_speed(piles, h):
    for k in range(min(piles), max(piles) + 1):
        if sum(ceil(p / k) for p in piles) <= h:
            return k
