# problem: single-number
# expect: fail
# says: from operator import or_
class Solution:
    def singleNumber(self, values: List[int]) -> int:
        return reduce(or_, values, 0)
