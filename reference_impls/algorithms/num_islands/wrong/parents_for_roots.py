# slip: parents-for-roots
"""Differs on: grid=[[0, 0, 1], [0, 1, 1], [1, 1, 0]] -> should be 1, returns 2 (and more on longer staircases)."""


def num_islands(grid):
    parent = {}

    def find(p):
        while parent[p] != p:
            p = parent[p]
        return p

    def is_land(v):
        return v == 1 or v == '1'

    for r, row in enumerate(grid):
        for c, v in enumerate(row):
            if is_land(v):
                parent[r, c] = (r, c)
                if (r - 1, c) in parent:
                    parent[find((r - 1, c))] = (r, c)
                if (r, c - 1) in parent:
                    parent[find((r, c - 1))] = find((r, c))
    # one parent for each island; iterative, fits a million cells
    return len(set(parent.values()))
