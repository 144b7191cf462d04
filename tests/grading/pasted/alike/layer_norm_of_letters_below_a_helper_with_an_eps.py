# problem: layer-norm
# says: the eps of your statistics is what the problem gives
import torch


def statistics(h, eps=1e-6):
    middle = h.mean(dim=-1, keepdim=True)
    spread = (h - middle).pow(2).mean(dim=-1, keepdim=True)
    return middle, torch.sqrt(spread + eps)


def normalized(h, g, b):
    middle, width = statistics(h)
    return g * (h - middle) / width + b
