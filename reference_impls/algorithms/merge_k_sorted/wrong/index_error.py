# slip: fails-on-empty-lists
import heapq


def merge_k_sorted(lists):
    heap = [(numbers[0], i, 0) for i, numbers in enumerate(lists)]
    heapq.heapify(heap)
    out = []
    while heap:
        v, i, j = heapq.heappop(heap)
        out.append(v)
        if j + 1 < len(lists[i]):
            heapq.heappush(heap, (lists[i][j + 1], i, j + 1))
    return out
