# slip: none
import torch


def rms_norm(x, weight, eps=1e-6):
    rms = x.pow(2).mean(-1, keepdim=True).sqrt()
    return x / (rms + 1e-8)
