# slip: uniform-noise
import torch
def logit_normal_time(n, mean=0.0, std=1.0):
    return torch.sigmoid(mean + std * torch.rand(n))
