# slip: target-sign
import torch


def dsm_loss(score, x, sigma):
    sig = torch.as_tensor(sigma, dtype=x.dtype).reshape(-1, *[1] * (x.ndim - 1))
    eps = torch.randn_like(x)
    s = score(x + sig * eps, sigma)
    per = (sig**2 * (s - eps / sig) ** 2).flatten(1).sum(1)
    return 0.5 * per.mean()
