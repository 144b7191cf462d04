# slip: none
import heapq


def merge_k_sorted(lists):
    its = [iter(x) for x in lists]
    heap = []
    for i, it in enumerate(its):
        v = next(it, None)
        if v:
            heapq.heappush(heap, (v, i))
    out = []
    while heap:
        v, i = heapq.heappop(heap)
        out.append(v)
        n = next(its[i], None)
        if n:
            heapq.heappush(heap, (n, i))
    return out
