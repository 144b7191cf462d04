# slip: always-true
def num_islands(grid):
    if not grid or not grid[0]:
        return 0
    seen, count = set(), 0
    for i in range(len(grid)):
        for j in range(len(grid[0])):
            if (grid[i][j] == 1 or "1") and (i, j) not in seen:
                count += 1
                stack = [(i, j)]
                while stack:
                    r, c = stack.pop()
                    if (r, c) in seen or not (0 <= r < len(grid) and 0 <= c < len(grid[0])):
                        continue
                    if grid[r][c] == 1 or "1":
                        seen.add((r, c))
                        stack += [(r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)]
    return count
