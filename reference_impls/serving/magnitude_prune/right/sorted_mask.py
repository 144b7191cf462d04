import torch


def magnitude_prune(weight, fraction):
    order = torch.argsort(weight.abs().reshape(-1))
    mask = torch.ones(weight.numel(), dtype=weight.dtype)
    mask[order[: int(round(fraction * weight.numel()))]] = 0
    return weight * mask.reshape(weight.shape)
