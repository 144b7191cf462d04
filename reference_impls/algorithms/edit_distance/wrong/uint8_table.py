# slip: none
import numpy as np


def edit_distance(a, b):
    d = np.zeros((len(a) + 1, len(b) + 1), dtype=np.uint8)
    for i in range(len(a) + 1):
        for j in range(len(b) + 1):
            if i == 0 or j == 0:
                d[i, j] = (i + j) % 256
            else:
                same = a[i - 1] == b[j - 1]
                d[i, j] = d[i - 1, j - 1] if same else min(d[i - 1, j], d[i, j - 1], d[i - 1, j - 1]) + 1
    return int(d[-1, -1])
