from bisect import bisect_left
from collections import defaultdict

import numpy as np


def rouge_l(candidate, reference):
    """Hunt and Szymanski: the longest increasing sequence of matching places."""
    places = defaultdict(list)
    for j, w in enumerate(reference):
        places[w].insert(0, j)
    ends = []
    for w in candidate:
        for j in places[w]:
            at = bisect_left(ends, j)
            ends[at : at + 1] = [j]
    if not ends:
        return np.float32(0)
    p, r = len(ends) / len(candidate), len(ends) / len(reference)
    return np.float32(2 / (1 / p + 1 / r))
