import numpy as np
def count_components(n, edges):
    if n == 0:
        return 0
    L = np.zeros((n, n))
    for a, b in edges:
        if a != b:
            L[a, b] = L[b, a] = -1
    np.fill_diagonal(L, -L.sum(1))
    return n - np.linalg.matrix_rank(L)
