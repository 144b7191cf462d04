import sys
from copy import deepcopy


class Solution:
    def num_islands(self, grid):
        sys.setrecursionlimit(100_000)
        self.g = deepcopy(grid)
        total = 0
        for i in range(len(self.g)):
            for j in range(len(self.g[i])):
                total += self.sink(i, j)
        return total

    def sink(self, i, j):
        if i < 0 or i >= len(self.g) or j < 0 or j >= len(self.g[0]) or self.g[i][j] in ("0", 0):
            return 0
        self.g[i][j] = 0
        self.sink(i + 1, j)
        self.sink(i - 1, j)
        self.sink(i, j + 1)
        self.sink(i, j - 1)
        return 1
