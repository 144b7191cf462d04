# slip: slope-of-the-defaults
import torch
def vp_marginal(t, beta_min=0.1, beta_max=20.0):
    lmc = -0.25 * t ** 2 * 19.9 - 0.5 * t * beta_min
    return torch.exp(lmc), torch.sqrt(-torch.expm1(2 * lmc))
