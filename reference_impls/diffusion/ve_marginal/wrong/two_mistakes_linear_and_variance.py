# slip: none
import math, torch
def ve_marginal(t, sigma_min=0.01, sigma_max=50.0):
    sigma = sigma_min + (sigma_max - sigma_min) * t
    g = (2 * sigma * (sigma_max - sigma_min)).sqrt()
    return torch.ones_like(t), sigma**2 - sigma_min**2, g
