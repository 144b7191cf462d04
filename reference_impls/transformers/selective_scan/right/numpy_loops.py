import numpy as np


def selective_scan(x, delta, a, b, c, d, h=None):
    x, delta, a, b, c, d = (np.asarray(v, dtype=np.float64) for v in (x, delta, a, b, c, d))
    B, T, D = x.shape
    N = a.shape[1]
    y = np.zeros((B, T, D))
    state = np.zeros((B, D, N)) if h is None else np.array(h, dtype=np.float64)
    for i in range(B):
        for t in range(T):
            for j in range(D):
                for n in range(N):
                    state[i, j, n] = np.exp(delta[i, t, j] * a[j, n]) * state[i, j, n] + delta[i, t, j] * b[i, t, n] * x[i, t, j]
                y[i, t, j] = state[i, j] @ c[i, t] + d[j] * x[i, t, j]
    return y, state
