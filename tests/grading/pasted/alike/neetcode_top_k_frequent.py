# problem: top-k-frequent
class Solution:
    def topKFrequent(self, nums: List[int], k: int) -> List[int]:
        count = Counter(nums)
        return heapq.nlargest(k, count.keys(), key=count.get)

print(Solution().topKFrequent([1, 1, 1, 2, 2, 3], 2))
