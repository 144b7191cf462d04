import torch


def gaussian_kl(mu, log_sigma):
    B, D = mu.shape
    var = torch.exp(log_sigma) * torch.exp(log_sigma)
    trace = var.sum(1); maha = (mu * mu).sum(1); logdet = 2 * log_sigma.sum(1)
    return (trace + maha - D - logdet) / 2
