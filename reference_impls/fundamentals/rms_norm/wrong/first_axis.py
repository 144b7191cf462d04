# slip: over-the-batch
import torch


def rms_norm(x, weight, eps=1e-6):
    ms = torch.mean(x**2, 0, keepdim=True)
    return x / torch.sqrt(ms + eps) * weight
