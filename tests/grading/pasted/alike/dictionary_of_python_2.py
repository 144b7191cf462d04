# problem: top-k-frequent
# expect: error
# says: dictionaries have had no such method since Python 3. Write `.items()`
class Solution(object):
    def topKFrequent(self, nums, k):
        counts = collections.defaultdict(int)
        for num in nums:
            counts[num] += 1
        return [num for num, _ in sorted(counts.iteritems(), key=lambda pair: -pair[1])[:k]]
