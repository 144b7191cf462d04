# slip: equivalence-overwritten
# input: grid = [[1, 0, 0, 1], [1, 0, 1, 1], [1, 1, 1, 0]]: gives 2, right is 1
def num_islands(grid):
    """One raster pass with provisional labels, no recursion, so a million cells are fine."""
    parent = {}
    above = None
    for row in grid:
        cur = [0] * len(row)
        for c, v in enumerate(row):
            if v not in (1, "1"):
                continue
            up = above[c] if above else 0
            left = cur[c - 1] if c > 0 else 0
            if up and left:
                lo, hi = min(up, left), max(up, left)
                cur[c] = lo
                if lo != hi:
                    parent[hi] = lo
            elif up or left:
                cur[c] = up or left
            else:
                cur[c] = len(parent) + 1
                parent[cur[c]] = cur[c]
        above = cur
    return sum(1 for lab, p in parent.items() if lab == p)
