# slip: prior-missing-above
def gaussian_map_mean(x, sigma2, mu0, tau2):
    return x.sum() / (len(x) + sigma2 / tau2)
