# slip: four-axes-expected
import torch


def dps_gradient(x_t, y, model, operator, alpha_bar, t):
    x = x_t.detach().clone().requires_grad_(True)
    eps = model(x, t)
    x0 = (x - (1 - alpha_bar) ** 0.5 * eps) / alpha_bar ** 0.5
    diff = operator(x0) - y
    per_sample = (diff ** 2).sum(dim=(1, 2, 3))
    return torch.autograd.grad(per_sample.sum(), x)[0]
