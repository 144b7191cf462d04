def num_islands(grid):
    p = {(r, c): (r, c) for r, row in enumerate(grid) for c, x in enumerate(row) if int(x)}
    def find(x):
        while p[x] != x: p[x] = p[p[x]]; x = p[x]
        return x
    for (r, c) in list(p):
        for q in ((r + 1, c), (r, c + 1)):
            if q in p: p[find(q)] = find((r, c))
    return sum(k == v for k, v in p.items())
