def gaussian_map_mean(x, sigma2, mu0, tau2):
    mean, var = float(mu0), float(tau2)
    for value in x:
        gain = var / (var + sigma2)
        mean += gain * (float(value) - mean)
        var *= 1 - gain
    return mean
