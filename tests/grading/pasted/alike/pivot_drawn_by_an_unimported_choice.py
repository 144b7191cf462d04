# problem: kth-smallest
# says: from random import choice
class Solution:
    def kthSmallest(self, nums: List[int], k: int) -> int:
        if not 1 <= k <= len(nums):
            raise ValueError("no such rank")
        pivot = choice(nums)
        below = [n for n in nums if n < pivot]
        same = [n for n in nums if n == pivot]
        if k <= len(below):
            return self.kthSmallest(below, k)
        if k <= len(below) + len(same):
            return pivot
        return self.kthSmallest([n for n in nums if n > pivot], k - len(below) - len(same))
