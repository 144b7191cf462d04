import numpy as np


def gaussian_kl(mu, log_sigma):
    mu, log_sigma = np.asarray(mu), np.asarray(log_sigma)
    log_var = 2 * log_sigma
    return -0.5 * np.sum(1 + log_var - mu**2 - np.exp(log_var), axis=1)
