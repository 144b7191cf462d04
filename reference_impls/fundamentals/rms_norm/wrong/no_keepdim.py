# slip: axis-lost
import torch


def rms_norm(x, weight, eps=1e-6):
    rms = torch.sqrt(torch.mean(x.pow(2), -1) + eps)
    return x / rms * weight
