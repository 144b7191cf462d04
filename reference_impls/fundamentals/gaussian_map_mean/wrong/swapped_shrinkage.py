# slip: variances-exchanged
def gaussian_map_mean(x, sigma2, mu0, tau2):
    n = len(x)
    if n == 0:
        return mu0
    w = n * sigma2 / (n * sigma2 + tau2)
    return w * x.mean() + (1 - w) * mu0
