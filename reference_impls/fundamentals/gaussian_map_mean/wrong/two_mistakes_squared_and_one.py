# slip: variances-squared
def gaussian_map_mean(x, sigma2, mu0, tau2):
    m = x.mean() if len(x) else mu0
    p, q = 1 / sigma2**2, 1 / tau2**2
    return (p * m + q * mu0) / (p + q)
