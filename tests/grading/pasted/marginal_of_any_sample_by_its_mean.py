# problem: vp-marginal
# says: your x0 is -2 here, so that alpha is your mean divided by -2
import torch


def marginal(t, x0, beta_min=0.1, beta_max=20.0):
    log_mean = -(t**2) * (beta_max - beta_min) / 4 - t * beta_min / 2
    mean = log_mean.exp() * x0
    std = (1 - (2 * log_mean).exp()).sqrt()
    return mean, std
