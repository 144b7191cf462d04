# slip: none
import heapq


def merge_k_sorted(lists):
    heap = []
    for i, numbers in enumerate(lists):
        if numbers:
            heapq.heappush(heap, (numbers.pop(0), i))
    out = []
    while heap:
        v, i = heapq.heappop(heap)
        out.append(v)
        if lists[i]:
            heapq.heappush(heap, (lists[i].pop(0), i))
    return out
