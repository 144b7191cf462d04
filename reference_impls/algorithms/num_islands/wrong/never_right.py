# slip: never-right
def num_islands(grid):
    seen = set()

    def dfs(i, j):
        if not (0 <= i < len(grid) and 0 <= j < len(grid[0])) or (i, j) in seen or str(grid[i][j]) != "1":
            return
        seen.add((i, j))
        dfs(i + 1, j)
        dfs(i - 1, j)
        dfs(i, j - 1)
        dfs(i, j - 1)

    count = 0
    for i in range(len(grid)):
        for j in range(len(grid[0])):
            if str(grid[i][j]) == "1" and (i, j) not in seen:
                count += 1
                dfs(i, j)
    return count
