import torch


def velocity_from_eps(x_t, eps, t):
    rate = 1 / torch.as_tensor(t).to(x_t.dtype).expand(len(x_t))
    return torch.einsum("b,b...->b...", rate, x_t - eps)
