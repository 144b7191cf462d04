# slip: columns-only
def num_islands(grid):
    return sum(
        str(cell) == "1" and (i == 0 or str(grid[i - 1][j]) != "1") for i, row in enumerate(grid) for j, cell in enumerate(row)
    )
