# slip: none
import torch


def magnitude_prune(weight, fraction):
    k = round(fraction * weight.numel())
    if k == 0:
        return weight.clone()
    threshold = weight.abs().flatten().kthvalue(k).values
    return torch.where(weight.abs() > threshold, weight, torch.zeros_like(weight))
