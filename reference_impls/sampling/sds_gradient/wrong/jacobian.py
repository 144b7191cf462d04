# slip: none
import torch


def sds_gradient(model, x, t, eps, c, alphas_bar, w=100.0):
    leaf = x.detach().clone().requires_grad_()
    ab = alphas_bar[t].to(x).reshape(-1, *[1] * (x.ndim - 1))
    x_t = ab**0.5 * leaf + (1 - ab) ** 0.5 * eps.detach()
    ec, eu = model(x_t, t, c), model(x_t, t, None)
    loss = (0.5 * (1 - ab) * (eu + w * (ec - eu) - eps.detach()) ** 2).sum()
    return torch.autograd.grad(loss, leaf)[0]
