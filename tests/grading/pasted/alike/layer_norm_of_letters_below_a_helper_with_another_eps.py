# problem: layer-norm
# expect: fail
# says: its answer is always that for eps=1e-06
import torch


def statistics(h, eps=1e-6):
    middle = h.mean(dim=-1, keepdim=True)
    spread = (h - middle).pow(2).mean(dim=-1, keepdim=True)
    return middle, torch.sqrt(spread + eps)


def normalized(h, g, b, safety=1e-5):
    middle, width = statistics(h)
    return g * (h - middle) / width + b
