import heapq


def merge_k_sorted(lists):
    return list(heapq.merge(*lists))
