# slip: water-counted
def num_islands(grid):
    land = {(i, j) for i, row in enumerate(grid) for j, v in enumerate(row) if str(v) == '0'}
    n = 0
    while land:
        s = [land.pop()]
        n += 1
        while s:
            i, j = s.pop()
            for p in ((i+1, j), (i-1, j), (i, j+1), (i, j-1)):
                if p in land:
                    land.remove(p)
                    s.append(p)
    return n
