import numpy as np
def rope_1d(x, theta=10000.0, offset=0):
    x = np.asarray(x); T, d = x.shape[-2:]
    a = np.arange(offset, offset + T)[:, None] / theta ** (np.arange(0, d, 2) / d)
    y = np.empty(x.shape, x.dtype)
    y[..., 0::2] = x[..., 0::2] * np.cos(a) - x[..., 1::2] * np.sin(a)
    y[..., 1::2] = x[..., 0::2] * np.sin(a) + x[..., 1::2] * np.cos(a)
    return y
