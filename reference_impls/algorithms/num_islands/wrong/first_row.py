# slip: first-row-is-needed
def num_islands(grid):
    m, n = len(grid), len(grid[0])
    parent = list(range(m * n))

    def find(x):
        while x != parent[x]:
            x = parent[x]
        return x

    land = [[str(v) == "1" for v in row] for row in grid]
    for i in range(m):
        for j in range(n):
            if land[i][j] and j + 1 < n and land[i][j + 1]:
                parent[find(i * n + j)] = find(i * n + j + 1)
            if land[i][j] and i + 1 < m and land[i + 1][j]:
                parent[find(i * n + j)] = find((i + 1) * n + j)
    return sum(land[i][j] and parent[i * n + j] == i * n + j for i in range(m) for j in range(n))
