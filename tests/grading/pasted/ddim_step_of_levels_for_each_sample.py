# problem: ddim-step
# says: your t and t_next are indices of a schedule that holds the levels that the problem gives
import torch


def level(values, t, x):
    return values[t.long()].reshape(-1, *[1] * (x.ndim - 1))


def ddim_step(xt, et, t, t_next, alphas_bar, eta=0.0, z=None):
    at = alphas_bar[t.long()].reshape(-1, *[1] * (xt.ndim - 1))
    at_next = level(alphas_bar, t_next, xt)
    x0_t = (xt - et * (1 - at).sqrt()) / at.sqrt()
    c1 = eta * ((1 - at / at_next) * (1 - at_next) / (1 - at)).sqrt()
    c2 = (1 - at_next - c1**2).sqrt()
    out = at_next.sqrt() * x0_t + c2 * et
    return out if z is None else out + c1 * z
