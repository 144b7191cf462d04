# slip: sigma-not-squared
import torch


def gaussian_kl(mu, log_sigma):
    var = log_sigma.exp()
    out = torch.zeros(mu.shape[0], dtype=mu.dtype)
    for d in range(mu.shape[1]):
        out = out + 0.5 * (mu[:, d] ** 2 + var[:, d] - 1) - log_sigma[:, d]
    return out
