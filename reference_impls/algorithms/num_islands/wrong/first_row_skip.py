# slip: first-row-and-column-not-entered
def num_islands(grid):
    if not grid: return 0
    R, C = len(grid), len(grid[0]); seen = set(); n = 0
    for r in range(R):
        for c in range(C):
            if str(grid[r][c]) == '1' and (r, c) not in seen:
                n += 1; seen.add((r, c)); st = [(r, c)]
                while st:
                    a, b = st.pop()
                    for x, y in ((a+1, b), (a-1, b), (a, b+1), (a, b-1)):
                        if 0 < x < R and 0 < y < C and (x, y) not in seen and str(grid[x][y]) == '1':
                            seen.add((x, y)); st.append((x, y))
    return n
