import torch
import torch.nn.functional as F


def dsm_loss(score, x, sigma):
    s = sigma
    if torch.is_tensor(s):
        s = s.reshape(s.shape + (1,) * (x.dim() - s.dim()))
    eps = torch.randn_like(x)
    pred = score(x + eps * s, sigma)
    return 0.5 * F.mse_loss(pred * s, -eps, reduction="sum") / x.shape[0]
