# slip: richest-first
import heapq


def rob(nums):
    heap = [(-v, i) for i, v in enumerate(nums)]
    heapq.heapify(heap)
    banned, total = set(), 0
    while heap:
        v, i = heapq.heappop(heap)
        if i not in banned:
            total -= v
            banned |= {i - 1, i, i + 1}
    return total
