# problem: house-robber
# says: the words around the code left out
# not: beside the solution
Some houses stand in a row, and no two that touch may be robbed.

Input: houses = [2, 7, 9, 3, 1]
Output: best
0 <= house.value <= 400

class Solution:
    def rob(self, houses):
        with_last, without_last = 0, 0
        for value in houses:
            with_last, without_last = without_last + value, max(with_last, without_last)
        return max(with_last, without_last)

BigO
