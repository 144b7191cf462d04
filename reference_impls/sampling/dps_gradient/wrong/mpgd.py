# slip: none
import torch


def dps_gradient(x_t, y, model, operator, alpha_bar, t):
    with torch.no_grad():
        x0 = (x_t - (1 - alpha_bar) ** 0.5 * model(x_t, t)) / alpha_bar**0.5
    x0.requires_grad_()
    return torch.autograd.grad((y - operator(x0)).square().sum(), x0)[0]
