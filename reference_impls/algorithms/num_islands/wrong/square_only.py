# slip: rows-counted-for-columns
def num_islands(grid):
    n = len(grid); seen = set(); k = 0
    for r in range(n):
        for c in range(n):
            if c < len(grid[r]) and str(grid[r][c]) == '1' and (r, c) not in seen:
                k += 1; st = [(r, c)]
                while st:
                    a, b = st.pop()
                    if 0 <= a < n and 0 <= b < n and b < len(grid[a]) and (a, b) not in seen and str(grid[a][b]) == '1':
                        seen.add((a, b)); st += [(a+1, b), (a-1, b), (a, b+1), (a, b-1)]
    return k
