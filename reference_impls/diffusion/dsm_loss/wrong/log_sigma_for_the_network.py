# slip: log-sigma-for-the-score
import torch


def dsm_loss(score, x, sigma):
    s = torch.as_tensor(sigma, dtype=x.dtype).reshape(-1, *[1] * (x.dim() - 1))
    eps = torch.randn_like(x)
    out = score(x + s * eps, torch.as_tensor(sigma, dtype=x.dtype).log())
    return 0.5 * (s ** 2 * (out + eps / s) ** 2).flatten(1).sum(1).mean()
