# slip: each-side-joins
def num_islands(grid):
    parent = {}

    def find(x):
        while parent[x] != x:
            x = parent[x]
        return x

    count = 0
    for i in range(len(grid)):
        for j in range(len(grid[0])):
            if grid[i][j] in ("1", 1):
                parent[i, j] = (i, j)
                count += 1
                for near in ((i - 1, j), (i, j - 1)):
                    if near in parent:
                        parent[find(near)] = find((i, j))
                        count -= 1
    return count
