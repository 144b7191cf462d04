# problem: combinations
# says: addresses left out
# not: printed pages
https://example.org/problems/choose/

class Solution:
    def combine(self, n, k):
        return self.grow(n, k, 1, [], [])

    def grow(self, n, k, first, chosen, found):
        if len(chosen) == k:
            found.append(list(chosen))
            return found
        for number in range(first, n + 1):
            found = self.grow(n, k, number + 1, chosen + [number], found)
        return found
