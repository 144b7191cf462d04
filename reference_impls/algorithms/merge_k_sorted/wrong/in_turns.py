# slip: round-robin
from itertools import zip_longest


def merge_k_sorted(lists):
    gap = object()
    return [v for group in zip_longest(*lists, fillvalue=gap) for v in group if v is not gap]
