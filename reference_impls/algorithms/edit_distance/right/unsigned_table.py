import numpy as np


def edit_distance(a, b):
    d = np.zeros((len(a) + 1, len(b) + 1), dtype=np.uint16)
    d[:, 0] = np.arange(len(a) + 1)
    d[0] = np.arange(len(b) + 1)
    for i, x in enumerate(a, 1):
        for j, y in enumerate(b, 1):
            d[i, j] = min(int(d[i - 1, j]) + 1, int(d[i, j - 1]) + 1, int(d[i - 1, j - 1]) + (x != y))
    return d[-1:, -1].squeeze()
