# slip: sinks-the-grid
def num_islands(grid):
    work = grid.copy()
    count = 0
    for i in range(len(work)):
        for j in range(len(work[0])):
            if work[i][j] in (1, "1"):
                count += 1
                stack = [(i, j)]
                while stack:
                    r, c = stack.pop()
                    if r < 0 or c < 0 or r >= len(work) or c >= len(work[0]) or work[r][c] not in (1, "1"):
                        continue
                    work[r][c] = 2
                    stack.extend([(r - 1, c), (r + 1, c), (r, c - 1), (r, c + 1)])
    return count
