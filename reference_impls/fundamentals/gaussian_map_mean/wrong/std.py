# slip: variances-squared
def gaussian_map_mean(x, sigma2, mu0, tau2):
    s, t = sigma2**2, tau2**2
    return (t * x.sum() + s * mu0) / (len(x) * t + s)
