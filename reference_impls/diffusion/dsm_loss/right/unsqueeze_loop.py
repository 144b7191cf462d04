import torch


def dsm_loss(score, x, sigma):
    s = sigma
    if isinstance(s, torch.Tensor):
        while s.dim() < x.dim():
            s = s.unsqueeze(-1)
    xt = x + s * torch.randn_like(x)
    target = -(xt - x) / s**2
    diff = score(xt, sigma) - target
    per = (diff**2).reshape(len(x), -1).sum(-1)
    w = sigma**2
    return 0.5 * torch.mean(per * w)
