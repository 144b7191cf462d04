# slip: mask-returned
import torch


def magnitude_prune(weight, fraction):
    mask = torch.ones(weight.numel(), dtype=weight.dtype)
    mask[weight.abs().flatten().argsort()[: round(fraction * weight.numel())]] = 0
    return mask.view_as(weight)
