import numpy as np


def volume_render(sigma, rgb, t):
    s, c, t = (np.asarray(v, dtype=np.float64) for v in (sigma, rgb, t))
    tau = s * np.diff(t, axis=1)
    T = np.exp(-np.concatenate([np.zeros((len(s), 1)), np.cumsum(tau, axis=1)[:, :-1]], axis=1))
    w = T * (1 - np.exp(-tau))
    return (w[..., None] * c).sum(1), (w * (t[:, 1:] + t[:, :-1]) / 2).sum(1), w
