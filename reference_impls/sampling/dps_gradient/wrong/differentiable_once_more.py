# slip: graph-kept
import torch


def dps_gradient(x_t, y, model, operator, alpha_bar, t):
    x_in = x_t.clone().detach().requires_grad_(True)
    pred = model(x_in, t)
    x0 = (x_in - (1.0 - alpha_bar) ** 0.5 * pred) * alpha_bar ** -0.5
    residual = y - operator(x0)
    energy = residual.pow(2).sum()
    grad, = torch.autograd.grad(energy, x_in, create_graph=True)
    return grad
