def num_islands(grid):
    parent = []
    def find(x):
        while parent[x] != x: x = parent[x]
        return x
    prev = []
    for row in grid:
        cur = []; c = 0
        while c < len(row):
            if str(row[c]) != "1": c += 1; continue
            s = c
            while c < len(row) and str(row[c]) == "1": c += 1
            idx = len(parent); parent.append(idx)
            for (a, b, k) in prev:
                if a < c and s < b: parent[find(k)] = find(idx)
            cur.append((s, c, idx))
        prev = cur
    return sum(parent[i] == i for i in range(len(parent)))
