# problem: frechet-distance
# expect: fail
# says: supplied: import numpy as np, from scipy import linalg
def fid(mu1, cov1, mu2, cov2):
    mu1, cov1, mu2, cov2 = (np.asarray(one, dtype=np.float64) for one in (mu1, cov1, mu2, cov2))
    root = linalg.sqrtm(cov1 @ cov2 + 1e-2 * np.eye(len(cov1))).real
    return float(((mu1 - mu2) ** 2).sum() + np.trace(cov1 + cov2 - 2 * root))
