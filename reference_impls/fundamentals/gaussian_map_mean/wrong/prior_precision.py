# slip: tau2-as-precision
def gaussian_map_mean(x, sigma2, mu0, tau2):
    lam, lam0 = 1 / sigma2, tau2
    return float((lam * x.sum() + lam0 * mu0) / (len(x) * lam + lam0))
