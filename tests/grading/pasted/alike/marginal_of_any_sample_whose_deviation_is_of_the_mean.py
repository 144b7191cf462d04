# problem: vp-marginal
# expect: fail
import torch


def marginal(t, x0, beta_min=0.1, beta_max=20.0):
    log_mean = -(t**2) * (beta_max - beta_min) / 4 - t * beta_min / 2
    mean = log_mean.exp() * x0
    std = (1 - mean**2).sqrt()
    return mean, std
