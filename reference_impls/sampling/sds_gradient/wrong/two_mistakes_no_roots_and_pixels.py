# slip: none
import torch


@torch.no_grad()
def sds_gradient(model, x, t, eps, c, alphas_bar, w=100.0):
    a = alphas_bar[t].view(-1, *([1] * (x.dim() - 1))).to(x.dtype)
    xt = a * x + (1 - a) * eps
    u, k = model(xt, t, None), model(xt, t, c)
    return (1 - a) * (u + w * (k - u) - eps) / x[0].numel()
