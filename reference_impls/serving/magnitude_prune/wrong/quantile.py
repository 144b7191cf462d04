# slip: quantile-as-threshold
import torch


def magnitude_prune(weight, fraction):
    t = torch.quantile(weight.abs(), fraction)
    return weight * (weight.abs() >= t)
