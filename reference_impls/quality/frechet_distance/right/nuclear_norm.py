import numpy as np


def factor(c):
    w, v = np.linalg.eigh(np.asarray(c, dtype=np.float64))
    return v * np.sqrt(np.maximum(w, 0))


def frechet_distance(mu1, cov1, mu2, cov2):
    """The trace of the root is the nuclear norm of F1^T F2 with C = F F^T."""
    f1, f2 = factor(cov1), factor(cov2)
    d = np.asarray(mu1, dtype=np.float64) - np.asarray(mu2, dtype=np.float64)
    nuclear = np.linalg.svd(f1.T @ f2, compute_uv=False).sum()
    return float(d @ d + np.trace(np.asarray(cov1, float)) + np.trace(np.asarray(cov2, float)) - 2 * nuclear)
