# slip: mean-of-squares
import torch
from torch import nn


def dps_gradient(x_t, y, model, operator, alpha_bar, t):
    x = x_t.clone().requires_grad_()
    x0 = (x - (1 - alpha_bar) ** 0.5 * model(x, t)) / alpha_bar**0.5
    return torch.autograd.grad(torch.nn.functional.mse_loss(operator(x0), y), x)[0]
