# slip: none
import torch
def vp_marginal(t, beta_min=0.1, beta_max=20.0):
    I = beta_min * t + 0.5 * (beta_max - beta_min) * t ** 2
    alpha = torch.exp(-0.5 * I)
    return alpha ** 2, 1 - alpha
