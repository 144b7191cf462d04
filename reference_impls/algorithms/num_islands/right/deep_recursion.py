import sys, threading
def num_islands(grid):
    sys.setrecursionlimit(10**6)
    R = len(grid); C = len(grid[0]) if R else 0
    seen = [[False] * C for _ in range(R)]
    def dfs(r, c):
        if r < 0 or c < 0 or r >= R or c >= C or seen[r][c] or int(grid[r][c]) == 0: return
        seen[r][c] = True
        for dr, dc in ((0,1),(1,0),(0,-1),(-1,0)): dfs(r+dr, c+dc)
    n = 0
    for r in range(R):
        for c in range(C):
            if int(grid[r][c]) and not seen[r][c]: n += 1; dfs(r, c)
    return n
