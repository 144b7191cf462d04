import torch
from torch import nn


def dps_gradient(x_t, y, model, operator, alpha_bar, t):
    a, s = alpha_bar**0.5, (1 - alpha_bar) ** 0.5
    x = x_t.detach().clone().requires_grad_()
    eps = model(x, t)
    x0 = ((x.detach() - s * eps.detach()) / a).requires_grad_()
    (at_x0,) = torch.autograd.grad(torch.nn.functional.mse_loss(operator(x0), y, reduction="sum"), x0)
    (through,) = torch.autograd.grad(eps, x, grad_outputs=at_x0)
    return (at_x0 - s * through) / a
