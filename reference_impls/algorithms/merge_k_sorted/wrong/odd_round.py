# slip: odd-list-dropped
import heapq

def merge_k_sorted(lists):
    if not lists:
        return []
    layer = list(lists)
    while len(layer) > 1:
        layer = [list(heapq.merge(layer[i], layer[i + 1])) for i in range(0, len(layer) - 1, 2)]
    return list(layer[0])
