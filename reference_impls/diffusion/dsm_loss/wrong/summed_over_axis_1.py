# slip: summed-over-axis-1
import torch


def dsm_loss(score, x, sigma):
    eps = torch.randn_like(x)
    if isinstance(sigma, torch.Tensor):
        sig = sigma.reshape((x.shape[0],) + (1,) * (x.ndim - 1))
    else:
        sig = sigma
    x_tilde = x + sig * eps
    s = score(x_tilde, sigma)
    per_sample = (sig ** 2 * (s + eps / sig) ** 2).sum(dim=1)
    return 0.5 * per_sample.mean()
