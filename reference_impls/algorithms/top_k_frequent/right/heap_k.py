import heapq
from collections import Counter
class Solution:
    def topKFrequent(self, nums, k):
        h = []
        for v, c in Counter(nums).items():
            heapq.heappush(h, (c, v))
            if len(h) > k: heapq.heappop(h)
        return {v for _, v in h}
