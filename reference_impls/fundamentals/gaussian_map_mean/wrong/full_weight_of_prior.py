# slip: prior-mean-not-weighted
def gaussian_map_mean(x, sigma2, mu0, tau2):
    return float((mu0 + x.sum() / sigma2) / (1 / tau2 + len(x) / sigma2))
