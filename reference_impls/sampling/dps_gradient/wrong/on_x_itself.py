# slip: x-made-to-require-gradients
import torch


def dps_gradient(x_t, y, model, operator, alpha_bar, t):
    x_t.requires_grad_(True)
    clean = (x_t - (1 - alpha_bar) ** 0.5 * model(x_t, t)) / alpha_bar**0.5
    loss = torch.sum((operator(clean) - y) ** 2)
    return torch.autograd.grad(loss, x_t)[0]
