# slip: vp-weights
import torch


def velocity_from_eps(x_t, eps, t):
    t = torch.as_tensor(t).to(x_t).reshape(-1, *[1] * (x_t.ndim - 1))
    x1 = (x_t - (1 - t) ** 0.5 * eps) / t**0.5
    return x1 - eps
