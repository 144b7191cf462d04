# slip: neighbours-alone
def num_islands(grid):
    seen, count = set(), 0
    for i, row in enumerate(grid):
        for j, cell in enumerate(row):
            if str(cell) == "1" and (i, j) not in seen:
                count += 1
                for di, dj in ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1)):
                    seen.add((i + di, j + dj))
    return count
