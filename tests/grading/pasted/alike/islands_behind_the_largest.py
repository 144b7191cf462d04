# problem: num-islands
# says: your code returns 2 results: the one called islands is graded
def num_islands(grid):
    if not grid:
        return 0, 0
    g = [list(row) for row in grid]
    islands = largest = 0

    def fill(i, j):
        if 0 <= i < len(g) and 0 <= j < len(g[0]) and str(g[i][j]) == "1":
            g[i][j] = "0"
            return 1 + sum(fill(i + a, j + b) for a, b in ((1, 0), (-1, 0), (0, 1), (0, -1)))
        return 0

    for i in range(len(g)):
        for j in range(len(g[0])):
            if str(g[i][j]) == "1":
                islands, largest = islands + 1, max(largest, fill(i, j))
    return largest, islands
