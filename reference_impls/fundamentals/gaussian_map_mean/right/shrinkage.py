def gaussian_map_mean(x, sigma2, mu0, tau2):
    n = len(x)
    if n == 0:
        return float(mu0)
    w = n * tau2 / (n * tau2 + sigma2)
    return float(w * x.mean() + (1 - w) * mu0)
