import torch


def dps_gradient(x_t, y, model, operator, alpha_bar, t):
    def error(x):
        clean = (x - (1 - alpha_bar) ** 0.5 * model(x, t)) / alpha_bar**0.5
        return (y - operator(clean)).square().sum()

    return torch.func.grad(error)(x_t.detach()).detach()
