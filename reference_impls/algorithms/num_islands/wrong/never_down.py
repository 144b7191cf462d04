# slip: rows-only
def num_islands(grid):
    seen = set()
    count = 0
    for i, row in enumerate(grid):
        for j, cell in enumerate(row):
            if str(cell) == "1" and (i, j) not in seen:
                count += 1
                stack = [(i, j)]
                while stack:
                    r, c = stack.pop()
                    if 0 <= r < len(grid) and 0 <= c < len(row) and str(grid[r][c]) == "1" and (r, c) not in seen:
                        seen.add((r, c))
                        stack += [(r - 1, c), (r, c - 1), (r, c + 1)]
    return count
