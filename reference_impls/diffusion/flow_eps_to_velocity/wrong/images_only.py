# slip: four-axes-only
import torch
def velocity_from_eps(x_t, eps, t):
    if torch.is_tensor(t):
        t = t[:, None, None, None]
    return (x_t - eps) / t
