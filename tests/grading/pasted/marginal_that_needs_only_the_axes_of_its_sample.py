# problem: vp-marginal
import torch


def marginal(t, x0, beta_min=0.1, beta_max=20.0):
    t = t.reshape(-1, *[1] * (x0.ndim - 1))
    log_mean = -(t**2) * (beta_max - beta_min) / 4 - t * beta_min / 2
    return log_mean.exp(), (1 - (2 * log_mean).exp()).sqrt()
