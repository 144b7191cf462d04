# slip: beta-times-t
import torch
def vp_marginal(t, beta_min=0.1, beta_max=20.0):
    integral = beta_min * t + (beta_max - beta_min) * t ** 2
    alpha = torch.exp(-0.5 * integral)
    sigma = torch.sqrt(-torch.expm1(-integral))
    return alpha, sigma
