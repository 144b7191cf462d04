# problem: frechet-distance
# says: scipy.linalg.sqrtm with its error estimate, as older versions have it
# not: lambda
from scipy import linalg

def fid(mu1, sigma1, mu2, sigma2):
    mu1, sigma1, mu2, sigma2 = (np.asarray(x, dtype=np.float64) for x in (mu1, sigma1, mu2, sigma2))
    root, _ = linalg.sqrtm(sigma1 @ sigma2, disp=False)
    d = mu1 - mu2
    return float(d @ d + np.trace(sigma1) + np.trace(sigma2) - 2 * np.trace(root.real))
