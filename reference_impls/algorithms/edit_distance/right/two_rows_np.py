import numpy as np
def edit_distance(a, b):
    D = np.zeros((len(a) + 1, len(b) + 1), dtype=np.int64)
    D[:, 0] = np.arange(len(a) + 1); D[0] = np.arange(len(b) + 1)
    for i in range(len(a)):
        for j in range(len(b)):
            D[i+1, j+1] = min(D[i, j] + (a[i] != b[j]), D[i, j+1] + 1, D[i+1, j] + 1)
    return D[-1, -1]
