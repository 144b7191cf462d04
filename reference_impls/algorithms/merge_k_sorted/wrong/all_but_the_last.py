# slip: last-list-missing
import heapq

def merge_k_sorted(lists):
    heap = []
    for i, l in enumerate(lists[:-1]):
        if l:
            heapq.heappush(heap, (l[0], i, 0))
    res = []
    while heap:
        v, i, j = heapq.heappop(heap)
        res.append(v)
        if j + 1 < len(lists[i]):
            heapq.heappush(heap, (lists[i][j + 1], i, j + 1))
    return res
