# slip: log-sigma-clamped-as-a-policy
import torch

LOG_STD_MIN, LOG_STD_MAX = -20, 2


def gaussian_kl(mu, log_sigma):
    log_sigma = torch.clamp(log_sigma, LOG_STD_MIN, LOG_STD_MAX)
    return 0.5 * (mu**2 + log_sigma.exp() ** 2 - 2 * log_sigma - 1).sum(-1)
