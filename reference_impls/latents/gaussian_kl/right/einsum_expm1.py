import torch


def gaussian_kl(mu: torch.Tensor, log_sigma: torch.Tensor) -> torch.Tensor:
    quadratic = torch.einsum("bd,bd->b", mu, mu)
    return 0.5 * (quadratic + torch.expm1(2 * log_sigma).sum(1)) - log_sigma.sum(1)
