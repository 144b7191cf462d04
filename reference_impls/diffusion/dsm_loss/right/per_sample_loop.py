import torch


def dsm_loss(score, x, sigma):
    B = len(x)
    eps = torch.randn_like(x)
    sig = [float(sigma)] * B if not torch.is_tensor(sigma) or sigma.dim() == 0 else list(sigma)
    xt = torch.stack([x[i] + sig[i] * eps[i] for i in range(B)])
    s = score(xt, sigma)
    total = 0.0
    for i in range(B):
        total = total + 0.5 * sig[i] ** 2 * ((s[i] + eps[i] / sig[i]) ** 2).sum()
    return total / B
