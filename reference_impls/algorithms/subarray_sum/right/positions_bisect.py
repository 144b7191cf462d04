from bisect import bisect_left
from itertools import accumulate


def subarray_sum(nums, k):
    prefixes = [0, *accumulate(nums)]
    places = {}
    for i, p in enumerate(prefixes):
        places.setdefault(p, []).append(i)
    return sum(bisect_left(places.get(p - k, []), i) for i, p in enumerate(prefixes))
