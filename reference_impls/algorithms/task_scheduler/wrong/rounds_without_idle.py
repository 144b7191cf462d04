# slip: pause-ignored
import heapq
from collections import Counter


def least_interval(tasks, n):
    heap = [-c for c in Counter(tasks).values()]
    heapq.heapify(heap)
    total = 0
    while heap:
        batch = [heapq.heappop(heap) for _ in range(min(n + 1, len(heap)))]
        for c in batch:
            if c + 1:
                heapq.heappush(heap, c + 1)
        total += len(batch)
    return total
