# slip: single-cells-left-out
def num_islands(grid):
    seen = set()

    def size(i, j):
        if not (0 <= i < len(grid) and 0 <= j < len(grid[0])) or (i, j) in seen or grid[i][j] in (0, "0"):
            return 0
        seen.add((i, j))
        return 1 + size(i + 1, j) + size(i - 1, j) + size(i, j + 1) + size(i, j - 1)

    return sum(size(i, j) > 1 for i in range(len(grid)) for j in range(len(grid[0])))
