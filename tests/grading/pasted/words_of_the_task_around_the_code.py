# problem: combinations
# says: the words around the code left out
# not: indentation
77. Combinations

Given n and k, return every way to choose k of the numbers 1 to n (in any order).

Example 1:

Input: n = 4, k = 2
Output:
[
  [2,4],
  [3,4],
]
   
The answer's time: O(C(n, k)).

class Solution:
    """Goes through the numbers.

Each is taken or left.
    """
    def combine(self, n: int, k: int) -> List[List[int]]:
        if not 0 <= k <= n:
            return []
        if k == 0:
            return [[]]
        return self.combine(n - 1, k) + [s + [n] for s in self.combine(n - 1, k - 1)]

Time O(2^n)

----------------------------------------------

SIZES = [
    (4, 2),
]
Solution 2: start from every subset, and drop those that are too small

print([Solution().combine(*size) for size in SIZES])
