# slip: log-likelihood
import torch


def dps_gradient(x_t, y, model, operator, alpha_bar, t):
    x = x_t.clone().requires_grad_()
    x0 = (x - (1 - alpha_bar) ** 0.5 * model(x, t)) / alpha_bar**0.5
    return -torch.autograd.grad((y - operator(x0)).square().sum(), x)[0]
