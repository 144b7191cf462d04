# slip: alpha-bar-clamped
import torch


def ddim_step(x_t, eps, ab_t, ab_prev, eta=0.0, z=None):
    ab_t = torch.as_tensor(ab_t).to(x_t).clamp(1e-5, 0.999)
    ab_prev = torch.as_tensor(ab_prev).to(x_t).clamp(1e-5, 0.999)
    x0 = (x_t - torch.sqrt(1 - ab_t) * eps) / torch.sqrt(ab_t)
    sigma = eta * torch.sqrt((1 - ab_prev) / (1 - ab_t) * (1 - ab_t / ab_prev)) if eta > 0 else 0.0
    mean = torch.sqrt(ab_prev) * x0 + torch.sqrt(1 - ab_prev - sigma ** 2) * eps
    return mean + sigma * z if eta > 0 else mean
