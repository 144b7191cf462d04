import torch
import torch.nn.functional as F
from torch.distributions import Normal


def dsm_loss(score, x, sigma):
    sigma = torch.as_tensor(sigma, dtype=x.dtype)
    std = sigma
    while 0 < std.ndim < x.ndim:
        std = std.unsqueeze(-1)
    x_tilde = Normal(x, std.expand_as(x)).sample()
    eps = (x_tilde - x) / std
    return 0.5 * F.mse_loss(std * score(x_tilde, sigma), -eps, reduction="sum") / x.size(0)
