# slip: variance-beta
import torch


def ddim_step(x_t, eps, ab_t, ab_prev, eta=0.0, z=None):
    ab_t, ab_prev = torch.as_tensor(ab_t), torch.as_tensor(ab_prev)
    sigma = eta * torch.sqrt(1 - ab_t / ab_prev)
    x0 = (x_t - torch.sqrt(1 - ab_t) * eps) / torch.sqrt(ab_t)
    x = torch.sqrt(ab_prev) * x0 + torch.sqrt(1 - ab_prev - sigma**2) * eps
    return x if z is None else x + sigma * z
