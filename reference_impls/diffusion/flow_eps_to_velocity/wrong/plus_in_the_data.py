# slip: noise-of-the-state-added
import torch
def velocity_from_eps(x_t, eps, t):
    if torch.is_tensor(t):
        t = t.reshape(-1, *[1] * (x_t.dim() - 1))
    x1 = (x_t + (1 - t) * eps) / t
    return x1 - eps
