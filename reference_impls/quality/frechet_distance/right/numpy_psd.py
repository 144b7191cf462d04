import numpy as np


def sqrtm_psd(m):
    w, q = np.linalg.eigh((m + m.T) / 2)
    return (q * np.sqrt(w.clip(0))) @ q.T


def frechet_distance(mu1, cov1, mu2, cov2):
    mu1, cov1, mu2, cov2 = (np.array(t, dtype=np.float64) for t in (mu1, cov1, mu2, cov2))
    r = sqrtm_psd(cov2)
    cross = np.trace(sqrtm_psd(r @ cov1 @ r))
    return ((mu1 - mu2) ** 2).sum() + np.trace(cov1 + cov2) - 2 * cross
