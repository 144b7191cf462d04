import heapq
from collections import Counter, deque


class Solution:
    def least_interval(self, tasks, n):
        heap = [-c for c in Counter(tasks).values()]
        heapq.heapify(heap)
        time, waiting = 0, deque()
        while heap or waiting:
            time += 1
            if heap:
                left = heapq.heappop(heap) + 1
                if left:
                    waiting.append((left, time + n))
            if waiting and waiting[0][1] == time:
                heapq.heappush(heap, waiting.popleft()[0])
        return time
