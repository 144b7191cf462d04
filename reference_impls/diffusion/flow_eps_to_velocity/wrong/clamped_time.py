# slip: time-clamped
import torch
def velocity_from_eps(x_t, eps, t):
    if torch.is_tensor(t):
        t = t.reshape(-1, *[1] * (x_t.dim() - 1))
    t = t.clamp(min=0.1) if torch.is_tensor(t) else max(t, 0.1)
    x1 = (x_t - (1 - t) * eps) / t
    return x1 - eps
