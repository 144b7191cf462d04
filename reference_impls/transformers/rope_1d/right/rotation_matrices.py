import numpy as np, torch


def rope_1d(x, theta=10000.0, offset=0):
    T, d = x.shape[-2], x.shape[-1]
    R = np.zeros((T, d, d))
    for t in range(T):
        for i in range(d // 2):
            a = (t + offset) * theta ** (-2 * i / d)
            R[t, 2 * i : 2 * i + 2, 2 * i : 2 * i + 2] = [[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]]
    return torch.einsum("tij,...tj->...ti", torch.from_numpy(R), x.double()).to(x.dtype)
