# slip: divided-once
import torch


def rms_norm_backward(dout, x, weight, eps=1e-6):
    d = x.size(-1)
    rms = torch.sqrt((x * x).sum(-1, keepdim=True) / d + eps)
    g = dout * weight
    dx = g / rms - x * (g * x).sum(-1, keepdim=True) / (d * rms)
    return dx, (dout * x / rms).reshape(-1, d).sum(0)
