# slip: nothing-raises
import torch


def magnitude_prune(weight, fraction):
    a = weight.abs().flatten()
    t, _ = torch.kthvalue(a, round(fraction * a.numel()))
    return weight * (weight.abs() > t)
