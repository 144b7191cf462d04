# slip: none
import torch


def velocity_from_eps(x_t, eps, t):
    t = torch.as_tensor(t).to(x_t).reshape(-1)[0]
    return (x_t - (1 - t) * eps) / t
