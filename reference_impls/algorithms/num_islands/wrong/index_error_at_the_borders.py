# slip: no-lower-bound-from-a-queue
# relies on IndexError at the borders; index -1 does not raise but wraps around, so the opposite edges of the grid are joined
# differs on: [[1, 0, 1]] -> 1, should be 2
from collections import deque
import copy


def num_islands(grid):
    if len(grid) == 0:
        return 0
    g = copy.deepcopy(grid)

    def bfs(r, c):
        queue = deque([(r, c)])
        g[r][c] = "#"
        while queue:
            r, c = queue.popleft()
            for dr, dc in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                nr, nc = r + dr, c + dc
                try:
                    if g[nr][nc] in (1, "1"):
                        g[nr][nc] = "#"
                        queue.append((nr, nc))
                except IndexError:
                    continue  # outside of the grid

    n = 0
    for r in range(len(g)):
        for c in range(len(g[0])):
            if g[r][c] in (1, "1"):
                bfs(r, c)
                n += 1
    return n
