from functools import reduce
from operator import xor


class Solution:
    def single_number(self, nums):
        return reduce(xor, nums)
