# slip: rows-joined-end-to-end
"""Differs on: grid=[[0, 0, 1], [1, 0, 0]] -> should be 2, returns 1."""


def num_islands(grid):
    if not grid or not grid[0]:
        return 0
    cols = len(grid[0])
    flat = [int(v) for row in grid for v in row]
    total = len(flat)
    islands = 0
    for start in range(total):
        if not flat[start]:
            continue
        islands += 1
        flat[start] = 0
        stack = [start]                 # iterative, so a million cells do not overflow
        while stack:
            p = stack.pop()
            for q in (p - cols, p - 1, p + 1, p + cols):
                if 0 <= q < total and flat[q]:
                    flat[q] = 0
                    stack.append(q)
    return islands
