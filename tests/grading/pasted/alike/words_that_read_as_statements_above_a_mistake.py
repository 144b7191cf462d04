# problem: house-robber
# expect: fail
Some houses stand in a row, and no two that touch may be robbed.

Input: houses = [2, 7, 9, 3, 1]
Output: best
0 <= house.value <= 400

class Solution:
    def rob(self, houses):
        with_last, without_last = 0, 0
        for value in houses:
            with_last, without_last = without_last + value, without_last
        return without_last

BigO
