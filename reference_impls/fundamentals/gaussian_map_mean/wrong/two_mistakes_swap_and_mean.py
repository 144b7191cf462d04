# slip: variances-exchanged
def gaussian_map_mean(x, sigma2, mu0, tau2):
    n = len(x)
    m = x.sum() / max(n, 1)
    return (mu0 / sigma2 + m / tau2) / (1 / sigma2 + n / tau2)
