# slip: sigmoid-first
import torch
def logit_normal_time(n, mean=0.0, std=1.0):
    return mean + std * torch.sigmoid(torch.randn(n))
