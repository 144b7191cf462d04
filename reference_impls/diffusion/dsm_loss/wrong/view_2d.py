# slip: two-dimensions-only
import torch


def dsm_loss(score, x, sigma):
    s = sigma
    if torch.is_tensor(sigma):
        s = sigma[:, None]
    eps = torch.randn_like(x)
    x_t = x + s * eps
    out = score(x_t, sigma)
    loss = s**2 * (out + eps / s) ** 2
    return 0.5 * loss.flatten(1).sum(1).mean()
