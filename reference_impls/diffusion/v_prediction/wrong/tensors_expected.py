# slip: tensor-levels-alone
import torch


def to_v(x0, eps, alpha_bar):
    return torch.sqrt(alpha_bar) * eps - torch.sqrt(1 - alpha_bar) * x0


def from_v(x_t, v, alpha_bar):
    x0 = torch.sqrt(alpha_bar) * x_t - torch.sqrt(1 - alpha_bar) * v
    eps = torch.sqrt(1 - alpha_bar) * x_t + torch.sqrt(alpha_bar) * v
    return x0, eps
