# slip: united-by-row-numbers
def num_islands(grid):
    rows = len(grid)
    parent = {}

    def find(x):
        while parent[x] != x:
            x = parent[x]
        return x

    for i in range(rows):
        for j in range(len(grid[i])):
            if grid[i][j] in (1, "1"):
                parent.setdefault(i * rows + j, i * rows + j)
    for i in range(rows):
        for j in range(len(grid[i])):
            if grid[i][j] in (1, "1"):
                for a, b in ((i + 1, j), (i, j + 1)):
                    if a < rows and b < len(grid[i]) and grid[a][b] in (1, "1"):
                        parent[find(i * rows + j)] = find(a * rows + b)
    return sum(parent[x] == x for x in parent)
