# slip: holes-subtracted
import numpy as np


def num_islands(grid):
    a = np.array(grid).astype(int)
    if a.ndim < 2 or a.size == 0:
        return 0
    edges = (a[1:] * a[:-1]).sum() + (a[:, 1:] * a[:, :-1]).sum()
    faces = (a[1:, 1:] * a[1:, :-1] * a[:-1, 1:] * a[:-1, :-1]).sum()
    return int(a.sum() - edges + faces)
