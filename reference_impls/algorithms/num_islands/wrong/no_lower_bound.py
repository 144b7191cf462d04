# slip: wraps-around
def num_islands(grid):
    if not grid:
        return 0
    g = [list(row) for row in grid]
    n, m, count = len(g), len(g[0]), 0
    for i in range(n):
        for j in range(m):
            if g[i][j] not in (1, "1"):
                continue
            count += 1
            stack = [(i, j)]
            while stack:
                r, c = stack.pop()
                if r < n and c < m and g[r][c] in (1, "1"):
                    g[r][c] = 0
                    r, c = r % n, c % m
                    stack += [(r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)]
    return count
