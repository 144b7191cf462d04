# slip: none
import torch


def dps_gradient(x_t, y, model, operator, alpha_bar, t):
    x = x_t.clone().requires_grad_()
    return torch.autograd.grad((y - operator(x)).square().sum(), x)[0]
