# problem: top-k-frequent
# expect: fail
# says: keeps something between calls
class Solution:
    counts = {}
    def topKFrequent(self, nums, k):
        for x in nums:
            self.counts[x] = self.counts.get(x, 0) + 1
        return sorted(self.counts, key=self.counts.get, reverse=True)[:k]
