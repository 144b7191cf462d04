# slip: log-sigma-clamped
import torch
def gaussian_kl(mu, log_sigma):
    s = log_sigma.clamp(-10, 10)
    return (.5 * (mu ** 2 + (2 * s).exp() - 1) - s).sum(-1)
