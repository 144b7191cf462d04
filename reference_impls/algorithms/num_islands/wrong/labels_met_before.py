# slip: merges-counted-by-labels
def num_islands(grid):
    count = new = 0
    above = []
    for row in grid:
        line = []
        for j, cell in enumerate(row):
            if cell not in ("1", 1):
                line.append(0)
                continue
            up = above[j] if above else 0
            left = line[j - 1] if j else 0
            if up and left:
                count -= up != left
                line.append(min(up, left))
            elif up or left:
                line.append(up or left)
            else:
                new += 1
                count += 1
                line.append(new)
        above = line
    return count
