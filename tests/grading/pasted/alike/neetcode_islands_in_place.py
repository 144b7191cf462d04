# problem: num-islands
# expect: fail
# says: Your code changes the grid
class Solution:
    def numIslands(self, grid: List[List[str]]) -> int:
        if not grid:
            return 0
        land = {"1", 1}
        def sink(i, j):
            stack = [(i, j)]
            while stack:
                r, c = stack.pop()
                if 0 <= r < len(grid) and 0 <= c < len(grid[0]) and grid[r][c] in land:
                    grid[r][c] = "0"
                    stack += [(r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)]
        n = 0
        for i in range(len(grid)):
            for j in range(len(grid[0])):
                if grid[i][j] in land:
                    n += 1
                    sink(i, j)
        return n
