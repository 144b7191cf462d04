def num_islands(grid):
    if not grid or not grid[0]:
        return 0
    seen = set()

    def dfs(r, c):
        if r < 0 or c < 0 or r == len(grid) or c == len(grid[0]):
            return
        if (r, c) in seen or grid[r][c] not in ("1", 1):
            return
        seen.add((r, c))
        for dr, dc in [(1, 0), (-1, 0), (0, 1), (0, -1)]:
            dfs(r + dr, c + dc)

    islands = 0
    for r in range(len(grid)):
        for c in range(len(grid[0])):
            if (r, c) not in seen and grid[r][c] in ("1", 1):
                islands += 1
                dfs(r, c)
    return islands
