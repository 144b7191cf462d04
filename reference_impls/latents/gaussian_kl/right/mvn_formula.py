import torch


def gaussian_kl(mu, log_sigma):
    D = mu.shape[-1]
    tr = torch.exp(2 * log_sigma).sum(-1)
    quad = torch.linalg.vector_norm(mu, dim=-1) ** 2
    logdet = 2 * log_sigma.sum(-1)
    return (tr + quad - D - logdet) / 2
