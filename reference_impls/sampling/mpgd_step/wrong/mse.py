# slip: mean-of-squares
import torch
from torch import nn


def mpgd_x0(x0_hat, y, operator, step, encode, decode):
    x = x0_hat.clone().requires_grad_()
    (g,) = torch.autograd.grad(torch.nn.functional.mse_loss(operator(x), y), x)
    return decode(encode((x - step * g).detach())).detach()
