# slip: unbiased-variance
import torch


def layer_norm(x, gamma, beta, eps=1e-5):
    mean = torch.mean(x, -1, keepdim=True)
    std = torch.std(x, -1, keepdim=True)
    return (x - mean) / torch.sqrt(std**2 + eps) * gamma + beta
