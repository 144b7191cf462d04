import numpy as np


def timestep_embedding(t, dim, max_period=10000.0):
    w = np.geomspace(1, 1 / max_period, dim // 2 + 1)[:-1]
    z = np.exp(1j * np.asarray(t, dtype=np.float64)[:, None] * w)
    return np.concatenate([z.real, z.imag], axis=1)
