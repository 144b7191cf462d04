# slip: sinks-the-grid
def num_islands(grid):
    if not grid:
        return 0
    m, n = len(grid), len(grid[0])
    res = 0
    for i in range(m):
        for j in range(n):
            if str(grid[i][j]) == "1":
                res += 1
                todo = [(i, j)]
                grid[i][j] = "#"
                while todo:
                    x, y = todo.pop()
                    for a, b in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
                        if 0 <= a < m and 0 <= b < n and str(grid[a][b]) == "1":
                            grid[a][b] = "#"
                            todo.append((a, b))
    return res
