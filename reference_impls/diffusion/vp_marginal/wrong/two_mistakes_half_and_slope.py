# slip: none
import torch
def vp_marginal(t, beta_min=0.1, beta_max=20.0):
    integral = beta_min * t + 0.5 * 19.9 * t ** 2
    alpha = torch.exp(-integral)
    sigma = torch.sqrt(-torch.expm1(-integral))
    return alpha, sigma
