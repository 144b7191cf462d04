# slip: signal-unscaled
import torch
def q_sample(x0, t, eps, alphas_bar):
    sigma = torch.sqrt(1 - alphas_bar)[t]
    return x0 + sigma.reshape(-1, *([1] * (x0.ndim - 1))) * eps
