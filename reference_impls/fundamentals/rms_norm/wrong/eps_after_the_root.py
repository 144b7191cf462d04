# slip: eps-outside-root
import torch


def rms_norm(x, weight, eps=1e-6):
    rms = torch.sqrt((x * x).mean(-1, keepdim=True))
    return x / (rms + eps) * weight
