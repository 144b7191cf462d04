class Solution:
    def combinations(self, n: int, k: int):
        if k == 0:
            return [[]]
        if n < k:
            return []
        with_n = [[n] + rest for rest in self.combinations(n - 1, k - 1)]
        return with_n + self.combinations(n - 1, k)
