# slip: right-and-down-only
def num_islands(grid):
    labels, new = {}, 0
    for i, row in enumerate(grid):
        for j, cell in enumerate(row):
            if str(cell) == "1":
                if (i - 1, j) in labels:
                    labels[i, j] = labels[i - 1, j]
                elif (i, j - 1) in labels:
                    labels[i, j] = labels[i, j - 1]
                else:
                    new += 1
                    labels[i, j] = new
    return new
