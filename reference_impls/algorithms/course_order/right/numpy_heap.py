import heapq

import numpy as np


def course_order(n, prereqs):
    A = np.zeros((n, n), dtype=int)
    for a, b in prereqs:
        A[b, a] += 1
    degree = A.sum(axis=0)
    heap = [i for i in range(n) if degree[i] == 0]
    heapq.heapify(heap)
    result = []
    while heap:
        i = heapq.heappop(heap)
        result.append(i)
        for j in np.flatnonzero(A[i]):
            degree[j] -= A[i, j]
            if degree[j] == 0:
                heapq.heappush(heap, int(j))
    if len(result) < n:
        return np.array([], dtype=int)
    return np.array(result)
