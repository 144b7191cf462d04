# slip: none
import math


def min_eating_speed(piles, h):
    for k in range(1, max(piles)):
        if sum(math.ceil(p / k) for p in piles) <= h:
            return k
