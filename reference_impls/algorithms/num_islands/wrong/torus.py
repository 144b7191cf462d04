# slip: continues-on-the-other-side
def num_islands(grid):
    if not grid or not grid[0]:
        return 0
    R, C = len(grid), len(grid[0])
    land = {(i, j) for i, row in enumerate(grid) for j, v in enumerate(row) if str(v) == '1'}
    n = 0
    while land:
        s = [land.pop()]
        n += 1
        while s:
            i, j = s.pop()
            for a, b in ((i+1, j), (i-1, j), (i, j+1), (i, j-1)):
                p = (a % R, b % C)
                if p in land:
                    land.remove(p)
                    s.append(p)
    return n
