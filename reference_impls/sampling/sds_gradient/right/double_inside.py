import torch


@torch.no_grad()
def sds_gradient(model, x, t, eps, c, alphas_bar, w=100.0):
    ab = alphas_bar.double()[t].reshape(-1, *[1] * (x.ndim - 1))
    x_t = (ab.sqrt() * x.double() + (1 - ab).sqrt() * eps.double()).to(x.dtype)
    e_c, e_u = (model(x_t, t, cond).double() for cond in (c, None))
    return ((1 - ab) * (e_u + w * (e_c - e_u) - eps.double())).to(x.dtype)
