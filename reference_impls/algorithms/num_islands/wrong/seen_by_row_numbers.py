# slip: numbered-by-rows
# input: grid = [[0, 0, 1], [1, 0, 0]] (2 rows, 3 columns): (0, 2) and (1, 0) collide, gives 1, right is 2
from collections import deque


def num_islands(grid):
    """Breadth-first with a queue; a huge island only makes the queue longer."""
    if not grid or not grid[0]:
        return 0
    m, n = len(grid), len(grid[0])
    seen = set()
    count = 0
    for r in range(m):
        for c in range(n):
            if grid[r][c] not in (1, "1") or r * m + c in seen:
                continue
            count += 1
            seen.add(r * m + c)
            queue = deque([(r, c)])
            while queue:
                i, j = queue.popleft()
                for a, b in ((i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)):
                    if 0 <= a < m and 0 <= b < n and grid[a][b] in (1, "1") and a * m + b not in seen:
                        seen.add(a * m + b)
                        queue.append((a, b))
    return count
