# slip: none
def num_islands(grid):
    land = {(i, j) for i, row in enumerate(grid) for j, cell in enumerate(row) if str(cell) == "1"}
    count = 0
    for start in sorted(land):
        if start not in land:
            continue
        count += 1
        stack = [start]
        while stack:
            cell = stack.pop()
            if cell in land:
                land.discard(cell)
                i, j = cell
                stack += [(i + 1, j), (i, j + 1), (i, j - 1)]
    return count
