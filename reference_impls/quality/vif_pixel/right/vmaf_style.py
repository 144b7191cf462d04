import numpy as np


def uniform(a, n):
    """Sums over windows by cumulative sums."""
    c = np.pad(a, ((1, 0), (1, 0))).cumsum(0).cumsum(1)
    return (c[n:, n:] - c[:-n, n:] - c[n:, :-n] + c[:-n, :-n]) / n**2


def vifp(ref, dist, sigma_nsq, N):
    eps = 1e-10
    ref, dist = ref.astype(np.float64), dist.astype(np.float64)
    mu1, mu2 = uniform(ref, N), uniform(dist, N)
    sigma1_sq = uniform(ref * ref, N) - mu1 * mu1
    sigma2_sq = uniform(dist * dist, N) - mu2 * mu2
    sigma12 = uniform(ref * dist, N) - mu1 * mu2
    sigma1_sq[sigma1_sq < 0] = 0
    sigma2_sq[sigma2_sq < 0] = 0
    g = sigma12 / (sigma1_sq + eps)
    sv_sq = sigma2_sq - g * sigma12
    sv_sq[g < 0] = sigma2_sq[g < 0]
    g[g < 0] = 0
    sv_sq[sv_sq <= eps] = eps
    num = np.sum(np.log10(1 + g * g * sigma1_sq / (sv_sq + sigma_nsq)))
    den = np.sum(np.log10(1 + sigma1_sq / sigma_nsq))
    return num / den


def vif_scalar_gsm(ref, dist, sigma_n2=2.0, window=9):
    return vifp(ref, dist, sigma_n2, window)
