# problem: num-islands
# expect: fail
# says: It should work on a copy, or build a new value. The answers are wrong, too.
def num_islands(grid):
    def sink(i, j):
        if 0 <= i < len(grid) and 0 <= j < len(grid[0]) and grid[i][j] == "1":
            grid[i][j] = "0"
            for step in (1, -1):
                sink(i + step, j)
                sink(i, j + step)
        return 1

    cells = [(i, j) for i, row in enumerate(grid) for j in range(len(row))]
    return sum(sink(i, j) for i, j in cells if grid[i][j] == "1")
