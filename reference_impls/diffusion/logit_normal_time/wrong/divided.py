# slip: divided-by-std
import torch
def logit_normal_time(n, mean=0.0, std=1.0):
    z = torch.randn(n)
    return torch.sigmoid(mean + z / std)
