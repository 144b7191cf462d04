# slip: smallest-off-the-heap
import heapq
from collections import Counter
def top_k_frequent(nums, k):
    h = [(c, v) for v, c in Counter(nums).items()]
    heapq.heapify(h)
    return [heapq.heappop(h)[1] for _ in range(k)]
