# slip: data-returned
import torch


def velocity_from_eps(x_t, eps, t):
    t = torch.as_tensor(t).to(x_t).reshape(-1, *[1] * (x_t.ndim - 1))
    return (x_t - (1 - t) * eps) / t
