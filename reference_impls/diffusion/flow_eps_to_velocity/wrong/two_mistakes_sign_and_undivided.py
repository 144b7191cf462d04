# slip: none
import torch
def velocity_from_eps(x_t, eps, t):
    if torch.is_tensor(t):
        t = t.view(-1, *([1] * (x_t.ndim - 1)))
    x1 = x_t - (1 - t) * eps
    return eps - x1
