# slip: none
def num_islands(grid):
    count = 0
    touched = []
    for i in range(len(grid)):
        for j in range(len(grid[0])):
            if str(grid[i][j]) == "1":
                count += 1
                stack = [(i, j)]
                while stack:
                    r, c = stack.pop()
                    if 0 <= r < len(grid) and 0 <= c < len(grid[0]) and str(grid[r][c]) == "1":
                        grid[r][c] = "0"
                        touched.append((r, c))
                        stack += [(r - 1, c), (r + 1, c), (r, c - 1), (r, c + 1)]
    for r, c in touched:
        grid[r][c] = "1"
    return count
