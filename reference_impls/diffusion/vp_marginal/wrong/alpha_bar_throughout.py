# slip: alpha-squared-throughout
import torch
def vp_marginal(t, beta_min=0.1, beta_max=20.0):
    I = beta_min * t + 0.5 * (beta_max - beta_min) * t ** 2
    alpha = torch.exp(-I)
    return alpha, torch.sqrt(1 - alpha ** 2)
