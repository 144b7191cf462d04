# slip: none
from itertools import groupby


def top_k_frequent(nums, k):
    runs = sorted(((len(list(g)), v) for v, g in groupby(nums)), reverse=True)
    return [v for _, v in runs[:k]]
