# slip: none
import torch


def dps_gradient(x_t, y, model, operator, alpha_bar, t):
    x = x_t.clone().requires_grad_()
    x0 = (x - (1 - alpha_bar) ** 0.5 * model(x, t)) / alpha_bar**0.5
    return torch.autograd.grad(0.5 * (y - operator(x0)).square().flatten(1).mean(1).sum(), x)[0]
