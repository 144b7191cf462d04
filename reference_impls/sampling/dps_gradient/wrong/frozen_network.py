# slip: network-detached
import torch


def dps_gradient(x_t, y, model, operator, alpha_bar, t):
    x = x_t.clone().requires_grad_()
    with torch.no_grad():
        eps = model(x, t)
    x0 = (x - (1 - alpha_bar) ** 0.5 * eps) / alpha_bar**0.5
    return torch.autograd.grad((y - operator(x0)).square().sum(), x)[0]
