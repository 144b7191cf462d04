# slip: elementwise-root
import numpy as np


def frechet_distance(mu1, cov1, mu2, cov2):
    mu1, cov1, mu2, cov2 = (np.array(t, dtype=np.float64) for t in (mu1, cov1, mu2, cov2))
    return float(((mu1 - mu2) ** 2).sum() + np.trace(cov1 + cov2 - 2 * np.sqrt(cov1 @ cov2)))
