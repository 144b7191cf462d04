import torch
from torch import nn


def mpgd_x0(x0_hat, y, operator, step, encode, decode):
    leaf = torch.nn.Parameter(x0_hat.detach().clone())
    torch.nn.functional.mse_loss(operator(leaf), y, reduction="sum").backward()
    with torch.no_grad():
        leaf -= step * leaf.grad
        return decode(encode(leaf.detach()))
