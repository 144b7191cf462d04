from collections import deque


def num_islands(grid):
    if not grid or not grid[0]:
        return 0
    rows, cols = len(grid), len(grid[0])
    visited = [[False] * cols for _ in range(rows)]
    count = 0
    for i in range(rows):
        for j in range(cols):
            if visited[i][j] or str(grid[i][j]) != "1":
                continue
            count += 1
            queue = deque([(i, j)])
            visited[i][j] = True
            while queue:
                r, c = queue.popleft()
                for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
                    nr, nc = r + dr, c + dc
                    if 0 <= nr < rows and 0 <= nc < cols and not visited[nr][nc] and str(grid[nr][nc]) == "1":
                        visited[nr][nc] = True
                        queue.append((nr, nc))
    return count
