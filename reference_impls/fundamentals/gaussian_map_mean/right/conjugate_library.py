import numpy as np


def posterior(data, prior_mean, prior_var, noise_var):
    """Mean and variance of the conjugate update, as libraries return them."""
    data = np.asarray(data, dtype=float)
    var = 1.0 / (1.0 / prior_var + data.size / noise_var)
    mean = var * (prior_mean / prior_var + np.sum(data) / noise_var)
    return mean, var


def gaussian_map_mean(x, sigma2, mu0, tau2):
    return posterior(x, mu0, tau2, sigma2)[0]
