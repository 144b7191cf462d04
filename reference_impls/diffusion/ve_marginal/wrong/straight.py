# slip: none
import torch


def ve_marginal(t, sigma_min=0.01, sigma_max=50.0):
    s = torch.lerp(torch.full_like(t, sigma_min), torch.full_like(t, sigma_max), t)
    return 1.0, torch.sqrt(s**2 - sigma_min**2), torch.sqrt(2 * s * (sigma_max - sigma_min))
