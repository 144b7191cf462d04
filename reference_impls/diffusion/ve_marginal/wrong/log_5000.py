# slip: logarithm-of-the-defaults
import torch

LOG_RATIO = 8.517193191416238

def ve_marginal(t, sigma_min=0.01, sigma_max=50.0):
    sig = sigma_min * (sigma_max / sigma_min) ** t
    std = torch.sqrt(sig * sig - sigma_min * sigma_min)
    return 1.0, std, sig * (2 * LOG_RATIO) ** 0.5
