# problem: single-number
# says: supplied: from typing import List, from functools import reduce, from operator import xor
class Solution:
    def singleNumber(self, values: List[int]) -> int:
        return reduce(xor, values, 0)
