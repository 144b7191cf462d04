import numpy as np


def rope_2d(x, height, width, theta=10000.0):
    x = np.asarray(x)
    d = x.shape[-1]
    y = x.reshape(-1, height, width, d // 2, 2)
    z = y[..., 0] + 1j * y[..., 1]
    f = theta ** (-np.arange(d // 4) * 4 / d)
    z[..., : d // 4] *= np.exp(1j * np.arange(width)[:, None] * f)
    z[..., d // 4 :] *= np.exp(1j * np.arange(height)[:, None] * f)[:, None]
    return np.stack([z.real, z.imag], -1).reshape(x.shape).astype(x.dtype)
