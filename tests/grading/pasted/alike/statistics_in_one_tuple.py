# problem: frechet-distance
# says: given in your stats: mu1, cov1, mu2 and cov2
def frechet(stats):
    mu1, cov1, mu2, cov2 = stats
    w1, v1 = np.linalg.eigh(cov1.astype(np.float64))
    r = (v1 * np.sqrt(w1.clip(0))) @ v1.T
    return float(((mu1 - mu2) ** 2).sum() + np.trace(cov1) + np.trace(cov2) - 2 * np.sqrt(np.linalg.eigvalsh(r @ cov2 @ r).clip(0)).sum())
