# slip: pause-one-short
import heapq
from collections import Counter, deque


def least_interval(tasks, n):
    heap = [-c for c in Counter(tasks).values()]
    heapq.heapify(heap)
    time, waiting = 0, deque()
    while heap or waiting:
        while waiting and waiting[0][1] <= time:
            heapq.heappush(heap, waiting.popleft()[0])
        time += 1
        if heap:
            left = heapq.heappop(heap) + 1
            if left:
                waiting.append((left, time + n - 1))
    return time
