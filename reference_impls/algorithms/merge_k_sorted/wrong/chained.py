# slip: concatenated
from itertools import chain


def merge_k_sorted(lists):
    return list(chain.from_iterable(lists))
