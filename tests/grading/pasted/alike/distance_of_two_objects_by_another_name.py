# problem: frechet-distance
# says: given in your real: mu and sigma; given in your fake: mu and sigma
import numpy as np
from scipy import linalg
class InceptionStats:
    def __init__(self, mu, sigma):
        self.mu = mu
        self.sigma = sigma

def fid(real, fake):
    diff = np.asarray(real.mu, dtype=float) - np.asarray(fake.mu, dtype=float)
    s1, s2 = np.asarray(real.sigma, dtype=float), np.asarray(fake.sigma, dtype=float)
    w, v = np.linalg.eigh(s1)
    root = (v * np.sqrt(np.clip(w, 0, None))) @ v.T
    ev = np.linalg.eigvalsh(root @ s2 @ root)
    tr = np.sqrt(np.clip(ev, 0, None)).sum()
    return float(diff @ diff + np.trace(s1) + np.trace(s2) - 2 * tr)
