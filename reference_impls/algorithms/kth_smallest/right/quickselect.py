import random
from typing import List


class Solution:
    def kth_smallest(self, nums: List[int], k: int) -> int:
        if k < 1 or k > len(nums):
            raise ValueError(f"k={k} for {len(nums)} numbers")
        items = list(nums)
        while True:
            pivot = random.choice(items)
            less = [x for x in items if x < pivot]
            equal = [x for x in items if x == pivot]
            if k <= len(less):
                items = less
            elif k <= len(less) + len(equal):
                return pivot
            else:
                k -= len(less) + len(equal)
                items = [x for x in items if x > pivot]
