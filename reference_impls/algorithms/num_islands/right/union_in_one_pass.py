def num_islands(grid):
    parent = {}
    def find(x):
        parent.setdefault(x, x)
        if parent[x] != x:
            parent[x] = find(parent[x])
        return parent[x]
    n = 0
    for r, row in enumerate(grid):
        for c, v in enumerate(row):
            if str(v) != '1':
                continue
            n += 1
            for q in ((r - 1, c), (r, c - 1)):
                if q[0] >= 0 and q[1] >= 0 and str(grid[q[0]][q[1]]) == '1':
                    a, b = find((r, c)), find(q)
                    if a != b:
                        parent[a] = b
                        n -= 1
    return n
