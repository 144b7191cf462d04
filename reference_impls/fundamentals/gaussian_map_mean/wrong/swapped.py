# slip: variances-exchanged
def gaussian_map_mean(x, sigma2, mu0, tau2):
    n = len(x)
    return float((sigma2 * x.sum() + tau2 * mu0) / (n * sigma2 + tau2))
