import heapq
from collections import Counter


def least_interval(tasks, n):
    heap = [(-c, t) for t, c in Counter(tasks).items()]
    heapq.heapify(heap)
    total = 0
    while heap:
        batch = [heapq.heappop(heap) for _ in range(min(n + 1, len(heap)))]
        for c, t in batch:
            if c < -1:
                heapq.heappush(heap, (c + 1, t))
        total += n + 1 if heap else len(batch)
    return total
