# slip: negative-part
import torch


def relu(x):
    return torch.minimum(x, torch.zeros_like(x))
