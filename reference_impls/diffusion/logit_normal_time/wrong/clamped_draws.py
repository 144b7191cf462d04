# slip: draws-cut-off
import torch
def logit_normal_time(n, mean=0.0, std=1.0):
    z = torch.randn(n).clamp(-2.0, 2.0)
    return torch.sigmoid(mean + std * z)
