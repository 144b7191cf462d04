# slip: shrinks-the-deviation-only
def gaussian_map_mean(x, sigma2, mu0, tau2):
    d = x - mu0
    return d.sum() / (len(x) + sigma2 / tau2)
