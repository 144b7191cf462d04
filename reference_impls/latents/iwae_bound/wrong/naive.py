# slip: overflow
import torch


def iwae_bound(log_w):
    return torch.log(torch.exp(log_w).mean(dim=0)).mean()
