# slip: first-two-alone
import heapq


def merge_k_sorted(lists):
    if not lists:
        return []
    if len(lists) == 1:
        return list(lists[0])
    return list(heapq.merge(lists[0], lists[1]))
