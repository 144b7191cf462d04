# slip: equivalence-overwritten-label-left
def num_islands(grid):
    labels, same = {}, {}
    for i, row in enumerate(grid):
        for j, cell in enumerate(row):
            if str(cell) != "1":
                continue
            up, left = labels.get((i - 1, j)), labels.get((i, j - 1))
            if up is None and left is None:
                labels[i, j] = len(same)
                same[len(same)] = len(same)
                continue
            labels[i, j] = up if left is None else left
            if None not in (up, left) and up != left:
                same[max(up, left)] = min(up, left)
    return sum(a == b for a, b in same.items())
