# problem: top-k-frequent
# says: from operator import itemgetter
class Solution:
    def topKFrequent(self, nums: List[int], k: int) -> List[int]:
        ranked = sorted(sorted(Counter(nums).items()), key=itemgetter(1), reverse=True)
        return [value for value, _ in ranked[:k]]
